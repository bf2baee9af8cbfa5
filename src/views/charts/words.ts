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

/** What each quantity is called; `aboveMinimum` where the loss is measured from a minimum. */
const titles: Readonly<Record<Quantity, string>> & { readonly aboveMinimum: string } = {
  loss: "Loss",
  gradient: "Gradient norm",
  step: "Step length",
  rate: "Effective rate",
  distance: "Distance to minimum",
  aboveMinimum: "Loss above minimum",
};

/** The title of a panel, in a chart and over a table. */
export const titleOf = (quantity: Quantity, minimum: number): string =>
  titles[minimum === 0 ? quantity : "aboveMinimum"];
