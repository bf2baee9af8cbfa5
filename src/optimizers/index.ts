import { adadelta } from "./adadelta";
import { adagrad } from "./adagrad";
import { adam } from "./adam";
import { adamax } from "./adamax";
import { adamw } from "./adamw";
import { amsgrad } from "./amsgrad";
import { lion } from "./lion";
import { momentum } from "./momentum";
import { nadam } from "./nadam";
import { nesterov } from "./nesterov";
import type { Optimizer } from "./optimizer";
import { radam } from "./radam";
import { rmsprop } from "./rmsprop";
import { rmspropCentered } from "./rmsprop-centered";
import { rprop } from "./rprop";
import { scheduleFree } from "./schedule-free";
import { sgd } from "./sgd";

/** All update rules, in teaching order. */
export const optimizers = {
  sgd,
  momentum,
  nesterov,
  adagrad,
  adadelta,
  rmsprop,
  "rmsprop-centered": rmspropCentered,
  adam,
  amsgrad,
  adamw,
  adamax,
  nadam,
  radam,
  rprop,
  lion,
  "schedule-free": scheduleFree,
} satisfies Record<string, Optimizer>;

/** The optimizer of that id; throws where there is none. */
export function resolveOptimizer(name: string): Optimizer {
  if (!Object.hasOwn(optimizers, name)) throw new Error(`unknown optimizer: ${name}`);
  return optimizers[name as keyof typeof optimizers];
}
