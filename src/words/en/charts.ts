import { inLanguage } from "../speak";

/** Words of the charts of runs on a surface. */
export const chartsWords = inLanguage("charts", {
  figure: "charts over the steps",
  step: "step",
  loss: "Loss",
  lossAbove: "Loss above minimum",
  gradient: "Gradient norm",
  stepLength: "Step length",
  rate: "Effective rate",
  distance: "To nearest minimum",
  /** Behind Δθ / g. */
  rateNote: ", momentum aside",
  log: "log",
  linear: "linear",
  toLinear: "logarithmic axes; press for linear ones",
  toLog: "linear axes; press for logarithmic ones",
  change: (scale: string) => `${scale} axes, change`,
  diverged: (run: string, step: number | undefined) => `${run} diverged at step ${step}`,
  smoothing: "smoothing",
  smoothingInSteps: "smooth the lines over so many steps",
  smoothingOff: "off",
  /** Over as many steps as suit the training. */
  smoothingOwn: "auto",
  zoom: "zoom",
  zoomHint: "show some of the steps only; or drag over a chart with Shift",
  from: "from step",
  to: "to",
  all: "all steps",
  strip: "steps shown: drag to choose some, or to move those chosen",
  table: "table",
  tableHint: "show the numbers instead of the lines",
  tables: "tables of the charts' numbers",
  cursor: "cursor",
  wholeSteps: (last: number) => `steps are whole numbers from 0 to ${last}`,
  ordered: "the first step shown must come at least two before the last",
});
