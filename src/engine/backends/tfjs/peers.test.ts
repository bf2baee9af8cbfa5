import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { composed } from "../../../experiment/composed-rule";
import { compileRule } from "../../../experiment/rule";
import { formulationOf, type Convention } from "../../../optimizers/optimizer";
import { resolveOptimizer } from "../../../optimizers/index";
import { perStepOf } from "../per-step";
import { openRuntime } from "./runtime";
import { begin, update } from "./update";

// tfjs' own optimizers, written by others, where they are right: Layers uses the very same ones. Its Adadelta and
// its centered RMSProp are not, so they are no peers.

beforeAll(async () => void (await openRuntime("cpu")));

type Peer = { rule: string; numbers: Record<string, number>; theirs: () => tf.Optimizer };

// eps is large, so that it matters where it stands.
const peers: Peer[] = [
  { rule: "sgd", numbers: { lr: 0.03 }, theirs: () => tf.train.sgd(0.03) },
  {
    rule: "momentum",
    numbers: { lr: 0.01, momentum: 0.8, dampening: 0 },
    theirs: () => tf.train.momentum(0.01, 0.8),
  },
  {
    rule: "nesterov",
    numbers: { lr: 0.01, momentum: 0.8 },
    theirs: () => tf.train.momentum(0.01, 0.8, true),
  },
  {
    rule: "adam",
    numbers: { lr: 0.1, beta1: 0.8, beta2: 0.95, eps: 0.3 },
    theirs: () => tf.train.adam(0.1, 0.8, 0.95, 0.3),
  },
  {
    rule: "adamax@keras",
    numbers: { lr: 0.1, beta1: 0.8, beta2: 0.95, eps: 0.3 },
    theirs: () => tf.train.adamax(0.1, 0.8, 0.95, 0.3),
  },
  {
    rule: "rmsprop@keras",
    numbers: { lr: 0.05, rho: 0.8, momentum: 0.5, eps: 0.3 },
    theirs: () => tf.train.rmsprop(0.05, 0.8, 0.5, 0.3),
  },
  {
    rule: "adagrad@keras",
    numbers: { lr: 0.5, initial: 0.3, eps: 1e-7 },
    theirs: () => tf.train.adagrad(0.5, 0.3),
  },
];

test.each(peers)(
  "our $rule on tensors walks as tfjs' own does, on a bowl",
  async ({ rule, numbers, theirs }) => {
    const slopes = tf.tensor2d([[50, 10, 1, 0.1, 0.01]]);
    const start = tf.tensor2d([[1, -2, 3, -4, 5]]);
    const mine = pathOf(rule, numbers, start, slopes);
    const variable = tf.variable(start);
    const optimizer = theirs();
    for (let t = 1; t <= 60; t++) {
      optimizer.applyGradients([{ name: variable.name, tensor: tf.mul(variable, slopes) }]);
      const [theirs, ours] = await Promise.all([variable.data(), mine(t).data()]);
      ours.forEach((value, i) =>
        // Both round each operation to float32; sixty steps add up.
        expect(Math.abs(value - theirs[i]!), `step ${t}`).toBeLessThan(
          2e-5 * Math.max(1, Math.abs(theirs[i]!)),
        ),
      );
    }
  },
);

/** Our rule by steps, each to be asked for in turn. */
function pathOf(
  name: string,
  numbers: Readonly<Record<string, number>>,
  start: tf.Tensor2D,
  slopes: tf.Tensor2D,
): (t: number) => tf.Tensor2D {
  const [id = "", convention = "pytorch"] = name.split("@");
  const formulation = formulationOf(resolveOptimizer(id), convention as Convention);
  expect(Object.keys(numbers).sort()).toEqual(Object.keys(formulation.hyperparameters).sort());
  const { update: text, initial } = formulation;
  const rule = compileRule(composed({ update: text, ...(initial && { initial }) }));
  const given = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, tf.scalar(value)]));
  let moved = begin(rule, start, given);
  return (t) => {
    const values = perStepOf(rule, numbers, t, 1);
    const perStep = Object.fromEntries(rule.perStep.map(({ target }, i) => [target, values[i]!]));
    moved = update(rule, moved, tf.mul(moved.theta, slopes), { ...given, ...perStep, t });
    return moved.theta;
  };
}
