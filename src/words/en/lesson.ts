import { inLanguage } from "../speak";

/** Words of the sentence above the stage, and of what a recording comes to. `{0}` and its kin stand for a run's name. */
export const lessonWords = inLanguage("lesson", {
  addRun: "Add a run to see it walk.",
  before: "The same start, the same batches, the same budget: ",
  and: " and ",
  comma: ", ",
  stop: ".",
  after: (isSurface: boolean, steps: number, count: string) =>
    `${isSurface ? "Loss" : "Training loss"} after ${count} step${steps === 1 ? "" : "s"}: `,
  divergedAt: (step: number | string) => `diverged at step ${step}`,
  belowAll: "below 10⁻¹²",
});
