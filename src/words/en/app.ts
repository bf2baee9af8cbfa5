import { inLanguage } from "../speak";

/** Words of the pages themselves. */
export const appWords = inLanguage("app", {
  runs: "runs",
  view: "view",
  layouts: { split: "side by side", overlay: "overlaid", "3d": "3-D", inside: "inside the step" },
  splitUpTo: (most: number) => `side by side ≤\u2009${most}`,
  crowded: (most: number) => `side by side shows ${most} runs at most`,
});
