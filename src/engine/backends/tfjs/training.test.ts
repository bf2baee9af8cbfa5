import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { toClosure } from "../../../formula/emit/evaluate";
import { randomOf } from "../../../experiment/random";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { networks } from "../../../networks/index";
import { parameterCount } from "../../../networks/network";
import { optimizers, resolveOptimizer } from "../../../optimizers/index";
import { compile, type CompiledRun, type NetworkExperiment } from "../../compile";
import { compileRule, type Rule } from "../../../experiment/rule";
import { composed } from "../../../experiment/composed-rule";
import { firstState } from "../first-state";
import { perStepOf } from "../per-step";
import { lossAndGradient } from "./model";
import { openRuntime } from "./runtime";
import { beginTraining } from "./training";
import { initialParameters, layersOf } from "./weights";

const sizes = [5, 4, 3, 2];
const samples = 6;
beforeAll(async () => void (await openRuntime("cpu")));

test("the gradient is that of the loss: it agrees with central differences in float64", async () => {
  const runs = 2;
  const random = randomOf(3, "parameters");
  const parameters = Float32Array.from({ length: runs * parameterCount(sizes) }, () => random.normal());
  const { loss, gradient } = await evaluated(parameters, runs);
  for (let k = 0; k < runs; k++) {
    const theta = Float64Array.from(
      parameters.subarray(k * parameterCount(sizes), (k + 1) * parameterCount(sizes)),
    );
    expect(loss[k]).toBeCloseTo(lossAt(theta), 5);
    theta.forEach((value, i) => {
      const shifted = (by: number) => lossAt(theta.with(i, value + by));
      const difference = (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
      expect(gradient[k * theta.length + i]).toBeCloseTo(difference, 5);
    });
  }
});

test("every rule on tensors is the rule's formula, for runs that share it as for those that do not", async () => {
  // What another name reports is no place to take the next gradient at: its own test is below.
  const ids = Object.keys(optimizers).filter((id) => resolveOptimizer(id).reports === undefined);
  const runs = ids.flatMap((id) => {
    const { rule, hyperparameters } = compiledRun(id);
    // Another rate: the same rule with other numbers takes part in the same tensors.
    return [
      { rule, hyperparameters },
      { rule, hyperparameters: { ...hyperparameters, lr: 3 * hyperparameters.lr! } },
    ];
  });
  // Computed by rule, but told apart by place: momentum's second run comes last.
  runs.push(...runs.splice(3, 1));
  const training = beginTraining(experimentWith(runs));
  const oracle = runs.map(({ rule, hyperparameters }) => oracleOf(rule, hyperparameters));

  for (let t = 1; t <= 4; t++) {
    const theta = await rowsOf(training.reported());
    const rows = Float32Array.from(theta.flatMap((row) => [...row]));
    const { gradient } = await evaluated(rows, runs.length);
    training.step(batch, t).dispose();
    const moved = await rowsOf(training.reported());
    training.places.forEach((place, row) => {
      const count = theta[row]!.length;
      const expected = oracle[place]!(theta[row]!, gradient.subarray(row * count, (row + 1) * count), t);
      // Both start each step from the same float32 numbers: what is left is the rounding of one step.
      expected.forEach((value, i) =>
        expect(Math.abs(moved[row]![i]! - value)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value))),
      );
    });
  }
  training.dispose();
});

test("a rule may set parameters and state to plain numbers, or hand on what it was given", async () => {
  for (const text of ["theta = 0", "theta = lr", "b = a\na = g\ntheta = theta - lr * b"]) {
    const rule = compileRule(composed({ update: text }));
    const run = {
      rule,
      hyperparameters: Object.fromEntries(rule.hyperparameters.map((name) => [name, 0.5])),
    };
    const training = beginTraining(experimentWith([run, run]));
    const before = tf.memory().numTensors;
    for (let t = 1; t <= 3; t++) training.step(batch, t).dispose();
    expect(tf.memory().numTensors).toBe(before);
    const [first, second] = await rowsOf(training.reported());
    expect(first).toHaveLength(parameterCount(sizes));
    expect(first).toEqual(second);
    training.dispose();
  }
});

test("what a rule reports is what is measured: schedule-free's first average is its first step", async () => {
  const { rule, hyperparameters } = compiledRun("schedule-free");
  const training = beginTraining(experimentWith([{ rule, hyperparameters }]));
  const start = await training.reported().data<"float32">();
  const { gradient } = await evaluated(start as Float32Array, 1);
  training.step(batch, 1).dispose();
  const [reported] = await rowsOf(training.reported());
  const { lr = NaN } = hyperparameters;
  for (const [i, value] of reported!.entries()) {
    const g = gradient[i]!;
    if (Math.abs(g) > 1e-4) expect(value).toBeCloseTo(start[i]! - lr * Math.sign(g), 5);
  }
  training.dispose();
});

test("weights start within Glorot's bound, biases at zero", () => {
  const parameters = initialParameters(sizes, 1);
  for (const { inputs, units, at } of layersOf(sizes)) {
    const weights = [...parameters.subarray(at, at + inputs * units)].map(Math.abs);
    expect(Math.max(...weights)).toBeLessThanOrEqual(Math.sqrt(6 / (inputs + units)));
    expect(Math.max(...weights)).toBeGreaterThan(0.5 * Math.sqrt(6 / (inputs + units)));
    for (const bias of parameters.subarray(at + inputs * units, at + (inputs + 1) * units))
      expect(bias).toBe(0);
  }
});

const ink = randomOf(2, "images");
const batch = {
  images: Float32Array.from({ length: samples * sizes[0]! }, () => ink.uniform()),
  labels: Float32Array.from({ length: samples * 2 }, (_, i) => (i % 2 === Math.floor(i / 2) % 2 ? 1 : 0)),
};

const compiledRun = (id: string): CompiledRun => {
  const spec = { ...networkSpec("mnist-mlp"), runs: [runOn(networks["mnist-mlp"], id, 1)] };
  return compile(spec).runs[0]!;
};

const experimentWith = (runs: readonly CompiledRun[]): NetworkExperiment => ({
  kind: "network",
  network: networks["mnist-mlp"],
  sizes,
  batch: samples,
  epochs: 1,
  stepLimit: undefined,
  seed: 1,
  runs,
});

async function evaluated(parameters: Float32Array, runs: number) {
  const result = tf.tidy(() =>
    lossAndGradient(
      tf.tensor2d(parameters, [runs, parameters.length / runs]),
      layersOf(sizes),
      tf.tensor2d(batch.images, [samples, sizes[0]!]),
      tf.tensor2d(batch.labels, [samples, 2]),
    ),
  );
  const values = {
    loss: await result.loss.data<"float32">(),
    gradient: await result.gradient.data<"float32">(),
  };
  tf.dispose(result);
  return values;
}

async function rowsOf(tensor: tf.Tensor2D): Promise<Float32Array[]> {
  const values = await tensor.data<"float32">();
  const [rows, columns] = tensor.shape;
  tensor.dispose();
  return Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
}

/** The rule as closures in float64, a state for each parameter of its own. */
function oracleOf(rule: Rule, hyperparameters: Readonly<Record<string, number>>) {
  const state = new Map<string, Float64Array>();
  return (theta: Float32Array, gradient: Float32Array, t: number): Float64Array => {
    const perStep = perStepOf(rule, hyperparameters, t, 1);
    return Float64Array.from(theta, (value, i) => {
      const env: Record<string, number> = { ...hyperparameters, theta: value, g: gradient[i]!, t };
      rule.perStep.forEach(({ target }, j) => (env[target] = perStep[j]!));
      const first = firstState(rule, hyperparameters, value);
      rule.state.forEach((name, j) => (env[name] = t === 1 ? first[j]! : state.get(name)![i]!));
      for (const line of rule.update)
        env[line.target] = toClosure(line.value, Object.keys(env))(Object.values(env));
      for (const name of rule.state) {
        if (!state.has(name)) state.set(name, new Float64Array(theta.length));
        state.get(name)![i] = env[name]!;
      }
      return env.theta!;
    });
  };
}

/** Mean cross-entropy of the batch, written out in float64. */
function lossAt(theta: Float64Array): number {
  const layers = layersOf(sizes);
  let sum = 0;
  for (let sample = 0; sample < samples; sample++) {
    let values = [...batch.images.subarray(sample * sizes[0]!, (sample + 1) * sizes[0]!)];
    layers.forEach(({ inputs, units, at }, l) => {
      const sums = Array.from({ length: units }, (_, unit) =>
        values.reduce(
          (s, value, i) => s + value * theta[at + i * units + unit]!,
          theta[at + inputs * units + unit]!,
        ),
      );
      values = l < layers.length - 1 ? sums.map((value) => Math.max(0, value)) : sums;
    });
    const largest = Math.max(...values);
    const total = values.reduce((s, value) => s + Math.exp(value - largest), 0);
    const label = batch.labels[sample * 2] === 1 ? 0 : 1;
    sum -= values[label]! - largest - Math.log(total);
  }
  return sum / samples;
}
