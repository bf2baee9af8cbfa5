const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A number as the page prints it: three significant digits, a real minus sign, `2.7·10¹³` where plain digits would
 * mean nothing. A number that is exact in fewer digits is printed as it is (10, 0.05); a rounded one keeps its
 * zeros (0.290), so that a running value does not change its width.
 */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return "–";
  if (value < 0) return `−${formatNumber(-value, digits)}`;
  if (value === Infinity) return "∞";
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(digits));
  const exponent = exponentOf(rounded);
  if (exponent < -3 || exponent >= Math.max(4, digits + 1)) return inPowers(value, digits);
  if (exponent >= digits) return String(Math.round(value));
  return rounded === value ? String(value) : value.toPrecision(digits);
}

/** A value on an axis: powers of ten are 1000, 100, 1, 0.01, then 10⁻³; anything else as short as it is exact. */
export function formatTick(value: number): string {
  if (value === 0) return "0";
  if (value < 0) return `−${formatTick(-value)}`;
  const short = Number(value.toPrecision(4));
  const exponent = exponentOf(short);
  const isPower = short === Number(`1e${exponent}`);
  if (isPower ? exponent < -2 || exponent > 3 : exponent < -3 || exponent > 5) return inPowers(short, 4);
  return isPower || short < 1e4 ? String(short) : formatCount(short);
}

/** A whole number in groups of three digits: 18,750, in English as in Chinese. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** A share in [0, 1] in percent, with as many decimals as asked for. */
export const formatPercent = (share: number, decimals = 1): string =>
  Number.isNaN(share) ? "–" : `${(100 * share).toFixed(decimals)}\u00a0%`;

const exponentOf = (value: number) => Number(value.toExponential().split("e")[1]);

/** One decimal before the power, as more would not be read; but where more than the usual digits are asked for. */
function inPowers(value: number, digits: number): string {
  const isExact = Number(value.toExponential(0)) === value;
  const [mantissa, exponent] = value
    .toExponential(isExact ? 0 : digits > 3 ? digits - 1 : Math.min(1, digits - 1))
    .split("e") as [string, string];
  const power = `10${exponent
    .replace("+", "")
    .replace("-", "⁻")
    .replace(/\d/g, (digit) => superscripts[Number(digit)]!)}`;
  return mantissa === "1" ? power : `${mantissa}·${power}`;
}
