import * as tf from "@tensorflow/tfjs-core";
import type { Expression } from "../../../formula/ast";
import { toTensor, type TensorOps } from "../../../formula/emit/tensor";
import type { Rule } from "../../../experiment/rule";

/** What a rule moves: theta and each of its state, all of one shape [K, all]. */
export type Moved = { readonly theta: tf.Tensor2D; readonly state: tf.Tensor2D[] };

/**
 * One step of a rule for all its runs: `gradient` [K, all]; `given` holds t, hyperparameters, `loss_t` and
 * values per step, each a number, a scalar or of shape [K, 1]. To be called in a tidy; yields new tensors.
 */
export function update(
  rule: Rule,
  { theta, state }: Moved,
  gradient: tf.Tensor2D,
  given: Readonly<Record<string, tf.Tensor | number>>,
): Moved {
  const env: Record<string, tf.Tensor | number> = { ...given, theta, g: gradient };
  rule.state.forEach((name, i) => (env[name] = state[i]!));
  for (const { target, value } of rule.penalties) env[target] = toTensor(value, ops, env);
  if (rule.readsNorm) env.g_norm = tf.norm(env.g as tf.Tensor, "euclidean", 1, true);
  for (const { target, value } of rule.update) env[target] = toTensor(value, ops, env);
  const full = (name: string) => spread(env[name]!, theta.shape);
  return { theta: full("theta"), state: rule.state.map(full) };
}

/** What a rule moves, at its first step: all parameters [K, all], and the state's first values. */
export function begin(
  rule: Rule,
  theta: tf.Tensor2D,
  hyperparameters: Readonly<Record<string, tf.Tensor>>,
): Moved {
  const first = (expression: Expression) => toTensor(expression, ops, { ...hyperparameters, theta });
  return { theta, state: rule.initial.map((expression) => spread(first(expression), theta.shape)) };
}

/** A new tensor of this shape: a rule may say `theta = 0`, and means every parameter, or `b = a`. */
function spread(value: tf.Tensor | number, shape: [number, number]): tf.Tensor2D {
  const tensor = typeof value === "number" ? tf.scalar(value) : value;
  return tensor.rank === 2 && tensor.shape[0] === shape[0] && tensor.shape[1] === shape[1]
    ? tf.clone(tensor as tf.Tensor2D)
    : tf.add(tf.zeros(shape), tensor);
}

const ops: TensorOps<tf.Tensor> = {
  scalar: (value) => tf.scalar(value),
  add: (a, b) => tf.add(a, b),
  sub: (a, b) => tf.sub(a, b),
  mul: (a, b) => tf.mul(a, b),
  div: (a, b) => tf.div(a, b),
  pow: (a, b) => tf.pow(a, b),
  neg: (a) => tf.neg(a),
  sqrt: (a) => tf.sqrt(a),
  exp: (a) => tf.exp(a),
  log: (a) => tf.log(a),
  sin: (a) => tf.sin(a),
  cos: (a) => tf.cos(a),
  tanh: (a) => tf.tanh(a),
  abs: (a) => tf.abs(a),
  floor: (a) => tf.floor(a),
  sign: (a) => tf.sign(a),
  // tf.step is 0 at 0; in formulas it is 1.
  step: (a) => tf.cast(tf.greaterEqual(a, 0), "float32"),
  minimum: (a, b) => tf.minimum(a, b),
  maximum: (a, b) => tf.maximum(a, b),
};
