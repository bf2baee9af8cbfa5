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
  distance: "Distance to minimum",
  /** Behind Δθ / g. */
  rateNote: ", momentum aside",
  log: "log",
  linear: "linear",
  toLinear: "logarithmic axes; press for linear ones",
  toLog: "linear axes; press for logarithmic ones",
  change: (scale: string) => `${scale} axes, change`,
  diverged: (run: string, step: number | undefined) => `${run} diverged at step ${step}`,
});
