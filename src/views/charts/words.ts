import { chartsWords } from "../../words/en/charts";
import type { Quantity } from "./lines";

/** The words of the charts' controls and tables. */
export const words = {
  smoothing: "smoothing",
  smoothingInSteps: "smooth the lines over so many steps",
  smoothingOff: "off",
  zoom: "zoom",
  zoomHint: "show some of the steps only; or drag over a chart with Shift",
  from: "from step",
  to: "to",
  all: "all steps",
  strip: "steps shown: drag to choose some, or to move those chosen",
  table: "table",
  tableHint: "show the numbers instead of the lines",
  tables: "tables of the charts' numbers",
  figure: "charts over the steps",
  step: "step",
  cursor: "cursor",
  wholeSteps: (last: number) => `steps are whole numbers from 0 to ${last}`,
  ordered: "the first step shown must come at least two before the last",
} as const;

/** The title of a panel, in a chart and over a table; `minimum` is what the loss is measured from. */
export function titleOf(quantity: Quantity, minimum: number): string {
  const { loss, lossAbove, gradient, stepLength: step, rate, distance } = chartsWords();
  return { loss: minimum === 0 ? loss : lossAbove, gradient, step, rate, distance }[quantity];
}
