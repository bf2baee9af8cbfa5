import * as tf from "@tensorflow/tfjs-core";
import type { CompiledRun } from "../../compile";
import { perStepOf } from "../per-step";
import { groupByRule, type RuleGroup } from "../rule-groups";
import { begin, update, type Moved } from "./update";

/** Runs side by side in tensors whose rows are sorted by rule: row i is run `places[i]`. */
export type Walkers = {
  readonly places: readonly number[];
  /** Where gradients are taken, shape [K, all]; like all tensors handed out, the caller's to free. */
  theta(): tf.Tensor2D;
  /** What the rules report, same shape. */
  reported(): tf.Tensor2D;
  /** What step `t` leads to, of gradients [K, all] and losses [K]; rows that are not `within` [K] stay. */
  moved(gradient: tf.Tensor2D, loss: tf.Tensor1D, within: tf.Tensor1D, t: number): Moved[];
  /** Goes there. */
  go(moved: readonly Moved[]): void;
  /** theta and state of each run, in the experiment's order: shape [1 + state, all]. */
  standing(): Promise<Float32Array[]>;
  stand(standings: readonly Float32Array[]): void;
  dispose(): void;
};

type Group = RuleGroup & { now: Moved; readonly hyperparameters: Readonly<Record<string, tf.Tensor>> };

/** Sets all runs to the same parameters, shape [all]. */
export function walkersAt(start: Float32Array, runs: readonly CompiledRun[]): Walkers {
  const groups = groupByRule(runs).map((group): Group => {
    const { rule, runs } = group;
    const hyperparameters = Object.fromEntries(
      rule.hyperparameters.map((name) => [name, column(runs.map((run) => run.hyperparameters[name]!))]),
    );
    const now = tf.tidy(() => {
      const theta = tf.tile(tf.tensor2d(start, [1, start.length]), [runs.length, 1]);
      return begin(rule, theta, hyperparameters);
    });
    return { ...group, now, hyperparameters };
  });
  const rowsOf = (of: (group: Group) => tf.Tensor2D) => tf.concat2d(groups.map(of), 0);

  return {
    places: groups.flatMap(({ places }) => places),
    theta: () => rowsOf(({ now }) => now.theta),
    reported: () => rowsOf(({ rule, now }) => now.state[rule.state.indexOf(rule.reports)] ?? now.theta),
    moved(gradient, loss, within, t) {
      let row = 0;
      return groups.map(({ rule, runs, now, hyperparameters }): Moved => {
        const count = runs.length;
        const from = row;
        row += count;
        const mine = count === loss.shape[0] ? gradient : tf.slice2d(gradient, [from, 0], [count, -1]);
        const perRun = (values: tf.Tensor1D) => tf.reshape(tf.slice1d(values, from, count), [count, 1]);
        const loss_t = rule.readsLoss ? { loss_t: perRun(loss) } : {};
        const next = update(rule, now, mine, {
          ...hyperparameters,
          ...perStepAt(runs, rule, t),
          ...loss_t,
          t,
        });
        const stays = perRun(within);
        const held = (after: tf.Tensor2D, before: tf.Tensor2D): tf.Tensor2D => tf.where(stays, after, before);
        return {
          theta: held(next.theta, now.theta),
          // Of a run that stays only what is reported matters.
          state: next.state.map((after, i) =>
            rule.state[i] === rule.reports ? held(after, now.state[i]!) : after,
          ),
        };
      });
    },
    go(moved) {
      groups.forEach((group, i) => {
        tf.dispose({ ...group.now });
        group.now = moved[i]!;
      });
    },
    async standing() {
      const all: Float32Array[] = [];
      for (const { places, now } of groups) {
        const values = await Promise.all([now.theta, ...now.state].map((rows) => rows.data<"float32">()));
        places.forEach((place, row) => {
          const standing = new Float32Array(values.length * start.length);
          values.forEach((rows, i) =>
            standing.set(rows.subarray(row * start.length, (row + 1) * start.length), i * start.length),
          );
          all[place] = standing;
        });
      }
      return all;
    },
    stand(standings) {
      for (const group of groups) {
        const part = (i: number) =>
          tf.stack(
            group.places.map((place) =>
              tf.tensor1d(standings[place]!.subarray(i * start.length, (i + 1) * start.length)),
            ),
          ) as tf.Tensor2D;
        tf.dispose({ ...group.now });
        group.now = tf.tidy(() => ({ theta: part(0), state: group.rule.state.map((_, i) => part(i + 1)) }));
      }
    },
    dispose: () => tf.dispose(groups.map(({ now, hyperparameters }) => ({ ...now, hyperparameters }))),
  };
}

/** Values per step of runs of one rule, by name. */
function perStepAt(runs: RuleGroup["runs"], rule: RuleGroup["rule"], t: number): Record<string, tf.Tensor> {
  const values = runs.map((run) => perStepOf(rule, run.hyperparameters, t, 1));
  return Object.fromEntries(
    rule.perStep.map(({ target }, i) => [target, column(values.map((run) => run[i]!))]),
  );
}

/** A number for each run, to be combined with [K, all]: one scalar where all agree, which is fastest. */
const column = (values: readonly number[]): tf.Tensor =>
  values.every((value) => value === values[0])
    ? tf.scalar(values[0]!)
    : tf.tensor2d([...values], [values.length, 1]);
