import { own } from "../../experiment/own";
import type { Convention } from "../../optimizers/optimizer";

/** What a convention is called. */
export const conventionNames: Readonly<Record<Convention, string>> = {
  pytorch: "PyTorch",
  keras: "Keras",
  textbook: "Textbook",
};

type Others = Readonly<Partial<Record<Exclude<Convention, "pytorch">, string>>>;

const velocity = "the rate is inside the velocity: differs once the rate changes";
const underRoot = "ε under the root, ρ 0.9, the rate inside the buffer";
const shortForm = "the paper's short form: ε weighs more in the first steps";

/** In what a convention differs from PyTorch's, by optimizer. */
const differences: Readonly<Record<string, Others>> = {
  momentum: { keras: velocity, textbook: "a mean, not a sum: at β 0.9, 10 times slower at the same rate" },
  nesterov: { keras: velocity },
  adagrad: { keras: "ε under the root; the sum starts at 0.1", textbook: "ε under the root" },
  adadelta: { keras: "other defaults: at the rate 0.001 it hardly moves" },
  rmsprop: { keras: underRoot, textbook: "ε under the root, ρ 0.9, no buffer" },
  "rmsprop-centered": { keras: underRoot },
  adam: { keras: shortForm },
  adamw: { keras: `${shortForm}; less weight decay` },
  adamax: { keras: "ε beside the largest gradient, not in it; half the rate" },
  nadam: { keras: "half the rate, a larger ε, the warm-up's pace fixed" },
  lion: { keras: "ten times the rate" },
};

/** How an optimizer in a convention differs from PyTorch's, in a few words; nothing where it is PyTorch's. */
export const differenceOf = (optimizer: string, convention: Convention): string | undefined =>
  convention === "pytorch" ? undefined : own(differences, optimizer)?.[convention];

/** What one should know before comparing, in two words for the card: textbook momentum is slow by convention. */
export function warningOf(
  optimizer: string,
  convention: Convention,
  { beta = 0 }: Readonly<Record<string, number>>,
): string | undefined {
  if (optimizer !== "momentum" || convention !== "textbook" || beta === 0) return undefined;
  return `${Number((1 / (1 - beta)).toPrecision(2))}× slower`;
}
