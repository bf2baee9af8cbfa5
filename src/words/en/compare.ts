import { inLanguage } from "../speak";

/** Words of what makes runs comparable: one rate, the best of as many for each, one goal. */
export const compareWords = inLanguage("compare", {
  label: "fair comparison",
  same: "same rate for all",
  rate: "learning rate",
  rateOfAll: "learning rate of all runs",
  give: (rate: string) => `give all runs ${rate}`,
  giveNote: "all else stays: who is better at this rate?",
  tune: "tune each for me",
  tuneHint: "Each run tries as many learning rates and keeps its best",
  trying: "Trying rates…",
  tried: (trials: number, losses: number, found: string) =>
    `Each run tried ${trials} learning rates over its slider and kept the one whose last ${losses} losses were lowest: ${found}.`,
  divergedAtAll: "diverged at all of them and keeps its own",
  noRate: "has no learning rate",
  comma: ", ",
  goal: (loss: string) => `goal: ${loss}`,
  goalHint: "The loss that runs are to reach: each card says at which step",
  goalField: "loss to be reached",
  goalLabel: "goal: loss to be reached",
  goalNumber: "the goal must be a number",
  goalNote: (isFromMinimum: boolean) =>
    `Each card says at which step its run first gets there. Usual is ${isFromMinimum ? "the surface's minimum" : "the lowest loss of these runs"} and 1 % of the way from there up to the start.`,
  goalBack: "back to the usual goal",
});
