import { adagrad } from "./adagrad";
import { adam } from "./adam";
import { momentum } from "./momentum";
import { nesterov } from "./nesterov";
import type { Optimizer } from "./optimizer";
import { rmsprop } from "./rmsprop";
import { sgd } from "./sgd";

/** All update rules, in teaching order. */
export const optimizers = { sgd, momentum, nesterov, adagrad, rmsprop, adam } satisfies Record<
  string,
  Optimizer
>;

/** The optimizer of that id; throws where there is none. */
export function resolveOptimizer(name: string): Optimizer {
  if (!Object.hasOwn(optimizers, name)) throw new Error(`unknown optimizer: ${name}`);
  return optimizers[name as keyof typeof optimizers];
}
