import { FormulaError, parseProgram } from "../formula/parse";
import type { Refusal } from "../formula/sentence";
import { scopeOf } from "../formula/scope";
import { optimizers } from "../optimizers/index";
import { decay, epsilon, learningRate, type Hyperparameter, type Optimizer } from "../optimizers/optimizer";
import { own } from "./own";
import { remember } from "./remember";
import { refuse } from "./sentences";
import { takenName } from "./taken-name";

/** An update rule the visitor has written; a run names it as its optimizer. */
export type OwnRule = { readonly name: string; readonly update: string };

const mostHyperparameters = 12;

/** A visitor's rule as an optimizer: each free name becomes a hyperparameter. Throws FormulaError. */
export const ownOptimizer = remember(({ name, update }: OwnRule): Optimizer => {
  const program = parseProgram(update, { taken: takenName });
  if (!program.some(({ target }) => target === "theta"))
    throw new FormulaError(refuse("a rule must assign theta, as in: theta = theta - lr * g"));
  const { hyperparameters } = scopeOf(program);
  if (hyperparameters.length > mostHyperparameters)
    throw new FormulaError(refuse("a rule has at most {0} hyperparameters", mostHyperparameters));
  return {
    name,
    reference: "",
    update,
    hyperparameters: Object.fromEntries(
      hyperparameters
        .map((each) => [each, own(usual, each) ?? { ...unknown, word: each }] as const)
        .toSorted(([a], [b]) => rankOf(a) - rankOf(b)),
    ),
    words: {},
  };
});

/** What a new rule of the visitor's is called: Your rule, Your rule 2 ... */
export function freeRuleName(rules: readonly Pick<OwnRule, "name">[]): string {
  const taken = new Set(rules.map(({ name }) => name));
  let name = "Your rule";
  for (let count = 2; taken.has(name); count++) name = `Your rule ${count}`;
  return name;
}

/** Why a rule may not have this name, if it may not. */
export function refusalOfName(name: string): Refusal | undefined {
  if (!/^\p{L}[\p{L}\p{N} _-]{0,31}$/u.test(name))
    return refuse("a rule's name is a letter and up to 31 letters, digits, spaces, - or _");
  return Object.hasOwn(optimizers, name)
    ? refuse("there is an optimizer called {0} already", name)
    : undefined;
}

/** What a name most likely means; it may still be set to any number. */
const usual: Readonly<Record<string, Hyperparameter>> = {
  lr: learningRate(0.01),
  eta: learningRate(0.01),
  alpha: learningRate(0.01),
  momentum: decay(0.9, "momentum"),
  mu: decay(0.9, "momentum"),
  beta: decay(0.9),
  beta1: decay(0.9),
  beta2: decay(0.999, "smoothing"),
  rho: decay(0.9),
  gamma: decay(0.9),
  eps: epsilon(1e-8),
  epsilon: epsilon(1e-8),
};

/** As the registered rules have them: rates first, since a card shows the first two; what guards a denominator last. */
const rankOf = (name: string): number =>
  ["lr", "eta", "alpha"].includes(name) ? 0 : ["eps", "epsilon"].includes(name) ? 2 : 1;

const unknown: Hyperparameter = {
  value: 0.1,
  word: "",
  range: [0, 1],
  scale: "linear",
  accepts: { least: -1e6, most: 1e6 },
};
