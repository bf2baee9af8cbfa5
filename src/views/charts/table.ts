import { formatNumber } from "../number-format/number-format";
import type { Line } from "./lines";
import type { Panel } from "./panel";
import { titleOf } from "./title-of";

/** One quantity as numbers: a column a run. */
export type Table = { readonly title: string; readonly columns: readonly Column[] };

type Column = {
  readonly run: number;
  readonly label: string;
  /** What stands there at a step: nothing where a run has not begun or has ended. */
  readonly textAt: (step: number) => string;
};

/** Digits of a number in a table: who looks there asks for more than the three of the page. */
export const tableDigits = 5;

/** A panel as numbers: what is recorded, smoothed or not. */
export const tableOf = ({ quantity, minimum, lines }: Panel): Table => ({
  title: titleOf(quantity, minimum),
  columns: lines.map((line) => ({ run: line.run, label: line.label, textAt: (step) => textAt(line, step) })),
});

function textAt({ first, values, raw = values }: Line, step: number): string {
  const value = raw[step - first];
  return value === undefined ? "" : formatNumber(value, tableDigits);
}
