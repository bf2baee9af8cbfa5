import * as tf from "@tensorflow/tfjs-core";
import type { NetworkExperiment } from "../../compile";
import { perStepOf } from "../per-step";
import { groupByRule, type RuleGroup } from "../rule-groups";
import type { Batch } from "../../training/batches";
import { initialParameters } from "../../training/initial-parameters";
import { inputsOf, pixelScale } from "../../training/pixels";
import { lossAndGradient } from "./model";
import { begin, update, type Moved } from "./update";

/** All runs of a network side by side in tensors. Rows are sorted by rule: row i is run `places[i]`. */
export type Training = {
  readonly places: readonly number[];
  /** Parameters of all runs as their rules report them, shape [K, all]; the caller frees it. */
  reported(): tf.Tensor2D;
  /** Losses [K] on a batch, which the caller frees; then moves on by step `t`, unless that is undefined. */
  step(batch: Batch, t: number | undefined): tf.Tensor1D;
  dispose(): void;
};

type Group = RuleGroup & { moved: Moved; readonly hyperparameters: Readonly<Record<string, tf.Tensor>> };

/** Sets all runs to the same initial parameters. */
export function beginTraining(experiment: NetworkExperiment): Training {
  const { layers, settings, seed, runs, batch: size } = experiment;
  const start = initialParameters(layers, settings.init, seed);
  const pixels = pixelScale(settings.standardise);
  const classes = layers.at(-1)!.units;
  const groups = groupByRule(runs).map((group): Group => {
    const { rule, runs } = group;
    const hyperparameters = Object.fromEntries(
      rule.hyperparameters.map((name) => [name, column(runs.map((run) => run.hyperparameters[name]!))]),
    );
    const moved = tf.tidy(() => {
      const theta = tf.tile(tf.tensor2d(start, [1, start.length]), [runs.length, 1]);
      return begin(rule, theta, hyperparameters);
    });
    return { ...group, moved, hyperparameters };
  });
  const theta = () =>
    tf.concat2d(
      groups.map(({ moved }) => moved.theta),
      0,
    );

  function step({ images, labels }: Batch, t: number | undefined): tf.Tensor1D {
    const { loss, moved } = tf.tidy(() => {
      const { loss, gradient } = lossAndGradient(
        theta(),
        layers,
        settings.activation,
        tf.tensor2d(inputsOf(images, pixels), [size, images.length / size]),
        tf.oneHot(tf.tensor1d(Int32Array.from(labels), "int32"), classes) as tf.Tensor2D,
      );
      return { loss, moved: t === undefined ? [] : movedBy(gradient, loss, t) };
    });
    moved.forEach((next, i) => {
      const group = groups[i]!;
      tf.dispose(group.moved);
      group.moved = next;
    });
    return loss;
  }

  function movedBy(gradient: tf.Tensor2D, loss: tf.Tensor1D, t: number): Moved[] {
    let row = 0;
    return groups.map(({ rule, runs, moved, hyperparameters }) => {
      const mine =
        runs.length === gradient.shape[0] ? gradient : tf.slice2d(gradient, [row, 0], [runs.length, -1]);
      const loss_t = rule.readsLoss
        ? { loss_t: tf.reshape(tf.slice1d(loss, row, runs.length), [runs.length, 1]) }
        : {};
      row += runs.length;
      const values = runs.map((run) => perStepOf(rule, run.hyperparameters, t, 1));
      const perStep = rule.perStep.map(({ target }, i): [string, tf.Tensor] => [
        target,
        column(values.map((run) => run[i]!)),
      ]);
      return update(rule, moved, mine, { ...hyperparameters, ...Object.fromEntries(perStep), ...loss_t, t });
    });
  }

  return {
    places: groups.flatMap(({ places }) => places),
    reported: () =>
      tf.concat2d(
        groups.map(({ rule, moved }) => moved.state[rule.state.indexOf(rule.reports)] ?? moved.theta),
        0,
      ),
    step,
    dispose: () => tf.dispose(groups.map(({ moved, hyperparameters }) => ({ ...moved, hyperparameters }))),
  };
}

/** A number for each run, to be combined with [K, all]: one scalar where all agree, which is fastest. */
const column = (values: readonly number[]): tf.Tensor =>
  values.every((value) => value === values[0])
    ? tf.scalar(values[0]!)
    : tf.tensor2d([...values], [values.length, 1]);
