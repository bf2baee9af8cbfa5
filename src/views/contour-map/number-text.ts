/** A number with a real minus sign. */
export const signed = (text: string): string => text.replaceAll("-", "−");

/** A coordinate with a fixed number of decimals, so that it does not dance; never "−0.00". */
export const fixedText = (value: number, decimals: number): string =>
  signed(value.toFixed(decimals).replace(/^-(0(?:\.0*)?)$/, "$1"));

/** A coordinate or a level as short as it can be. */
export const shortText = (value: number): string => signed(String(Number(value.toPrecision(6))));
