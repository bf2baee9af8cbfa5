import { inLanguage } from "../speak";

/** What the symbols of a rule are, beside those a definition explains itself; `theta` and `lr` become their letters. */
export const formulaWords = inLanguage("formula", {
  formulaOf: (name: string) => `formula of ${name}`,
  parameters: "the parameters",
  whereGradient: "where the gradient is taken",
  given: {
    g: "gradient of the loss at theta",
    t: "number of the step, from 1",
    steps: "number of all steps",
    lr_t: "learning rate of this step",
    g_norm: "length of the whole gradient",
    loss_t: "loss before this step",
  },
  hyperparameter: "hyperparameter",
  /** Behind a name that may be misspelt, before the one that may be meant. */
  takenAsNumber: " is taken as a number; did you mean ",
  state: "state",
  computed: "computed in each step",
  /** What the names within the schedules are, by schedule and name; their parameters have words of their own. */
  schedules: {
    "one-cycle": {
      rise: "how far up it is, 0 to 1",
      fall: "how far down it is, 0 to 1",
      up: "share of the rate on the way up",
      down: "share of the rate on the way down",
    },
    plateau: {
      scale: "what the cuts have left of the rate",
      better: "1 where the loss is better, else 0",
      best: "best loss so far",
      bad: "steps since the loss was better",
      cut: "1 where the rate is cut, else 0",
    },
  },
});
