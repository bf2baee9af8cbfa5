import { inLanguage } from "../speak";

/** Words about the optimizers as a list: their groups, and how their conventions differ. */
export const referenceWords = inLanguage("reference", {
  groups: {
    plain: "Plain, and with momentum",
    adaptive: "A rate for each coordinate",
    sign: "By the gradient's sign",
    adam: "Adam and its kin",
    averaging: "By averaging the iterates",
    others: "Others",
  },
  yourRules: "Your rules",
  writeYourOwn: "write your own…",
  atMost: (rules: number) => `at most ${rules} rules`,
  asFormulas: "as formulas, one line each",
  conventions: { pytorch: "PyTorch", keras: "Keras", textbook: "Textbook" },
  /** Between an optimizer's name and its convention. */
  comma: ", ",
  velocity: "the rate is inside the velocity: differs once the rate changes",
  underRoot: "ε under the root, ρ 0.9, the rate inside the buffer",
  shortForm: "the paper's short form: ε weighs more in the first steps",
  meanNotSum: "a mean, not a sum: at β 0.9, 10 times slower at the same rate",
  adagradKeras: "ε under the root; the sum starts at 0.1",
  rootOnly: "ε under the root",
  adadeltaKeras: "other defaults: at the rate 0.001 it hardly moves",
  rmspropTextbook: "ε under the root, ρ 0.9, no buffer",
  adamwKeras: "the paper's short form: ε weighs more in the first steps; less weight decay",
  adamaxKeras: "ε beside the largest gradient, not in it; half the rate",
  nadamKeras: "half the rate, a larger ε, the warm-up's pace fixed",
  lionKeras: "ten times the rate",
  slower: (times: number) => `${times}× slower`,
});
