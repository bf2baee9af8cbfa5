import * as tf from "@tensorflow/tfjs-core";
import { perStepOf } from "../../src/engine/backends/per-step";
import { begin, update } from "../../src/engine/backends/tfjs/update";
import { adamOnRosenbrock, type AdamMap, type Endings } from "./map";

/**
 * The map as the tfjs engine would run it: gradients by tfjs's tape, the rule's formula as tensor operations on all
 * runs and both coordinates at once, shape [runs, 2]. `onPeak` hears the bytes of all tensors in each step.
 */
export async function tfjsFormulaMap(
  map: AdamMap,
  steps: number,
  onPeak: (bytes: number) => void,
): Promise<Endings> {
  const { lr, x, y, runs, ...shared } = map;
  const { rule } = adamOnRosenbrock();
  const given = { lr: tf.tensor2d(lr, [runs, 1]), ...scalars(shared) };
  const gradient = tf.grad((theta) => tf.sum(lossAt(theta)));
  let moved = tf.tidy(() => begin(rule, tf.stack([tf.tensor1d(x), tf.tensor1d(y)], 1) as tf.Tensor2D, given));
  for (let t = 1; t <= steps; t++) {
    const before = moved;
    moved = tf.tidy(() => {
      // A rule's values per step do not depend on `lr` unless there is a schedule.
      const values = perStepOf(rule, { lr: 0, ...shared }, t, 1);
      const perStep = Object.fromEntries(rule.perStep.map(({ target }, i) => [target, values[i]!]));
      const after = update(rule, before, gradient(before.theta) as tf.Tensor2D, { ...given, ...perStep, t });
      onPeak(tf.memory().numBytes);
      return after;
    });
    tf.dispose([before.theta, ...before.state]);
  }
  const loss = tf.tidy(() => lossAt(moved.theta));
  const endings = { loss: await loss.data(), theta: await moved.theta.data() };
  tf.dispose([loss, moved.theta, ...moved.state, ...Object.values(given)]);
  return endings;
}

const scalars = (values: Readonly<Record<string, number>>): Record<string, tf.Tensor> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tf.scalar(value)]));

function lossAt(theta: tf.Tensor): tf.Tensor {
  const [x, y] = tf.unstack(theta, 1);
  return tf.add(tf.square(tf.sub(1, x!)), tf.mul(100, tf.square(tf.sub(y!, tf.square(x!)))));
}
