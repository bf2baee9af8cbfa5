import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import { composed } from "../../../experiment/composed-rule";
import { compileRule, type Rule } from "../../../experiment/rule";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { toClosure } from "../../../formula/emit/evaluate";
import { networks } from "../../../networks/index";
import { parameterCount } from "../../../networks/layers";
import { usualSettings } from "../../../networks/settings";
import { optimizers, resolveOptimizer } from "../../../optimizers/index";
import { compile, type CompiledRun, type NetworkExperiment } from "../../compile";
import { dropoutMask } from "../../training/dropout";
import { firstState } from "../first-state";
import { perStepOf } from "../per-step";
import { lossAndGradient } from "./gradient";
import { openRuntime } from "./runtime";
import { samplesOf } from "./samples";
import { randomImages, smallExperiment } from "./small-networks";
import { beginTraining } from "./training";

const samples = 6;
beforeAll(async () => void (await openRuntime("cpu")));

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
  const experiment = experimentWith(runs);
  const training = beginTraining(experiment);
  const oracle = runs.map(({ rule, hyperparameters }) => oracleOf(rule, hyperparameters));

  for (let t = 1; t <= 4; t++) {
    const theta = await rowsOf(training.reported());
    const gradient = await gradientAt(theta, experiment);
    training.step(batch, t - 1, false).dispose();
    const moved = await rowsOf(training.reported());
    oracle.forEach((oracle, run) => {
      const count = theta[run]!.length;
      const expected = oracle(theta[run]!, gradient.subarray(run * count, (run + 1) * count), t);
      // Both start each step from the same float32 numbers: what is left is the rounding of one step.
      expected.forEach((value, i) =>
        expect(Math.abs(moved[run]![i]! - value)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value))),
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
    for (let t = 1; t <= 3; t++) training.step(batch, t - 1, false).dispose();
    expect(tf.memory().numTensors).toBe(before);
    const [first, second] = await rowsOf(training.reported());
    expect(first).toHaveLength(parameterCount(experimentWith([]).layers));
    expect(first).toEqual(second);
    training.dispose();
  }
});

test("what a rule reports is what is measured: schedule-free's first average is its first step", async () => {
  const { rule, hyperparameters } = compiledRun("schedule-free");
  const experiment = experimentWith([{ rule, hyperparameters }]);
  const training = beginTraining(experiment);
  const [start] = await rowsOf(training.reported());
  const gradient = await gradientAt([start!], experiment);
  training.step(batch, 0, false).dispose();
  const [reported] = await rowsOf(training.reported());
  const { lr = NaN } = hyperparameters;
  for (const [i, value] of reported!.entries()) {
    const g = gradient[i]!;
    if (Math.abs(g) > 1e-4) expect(value).toBeCloseTo(start![i]! - lr * Math.sign(g), 5);
  }
  training.dispose();
});

test("dropout leaves out what its mask says, anew at each frame", async () => {
  const { rule, hyperparameters } = compiledRun("sgd");
  const experiment = {
    ...experimentWith([{ rule, hyperparameters }]),
    settings: { ...usualSettings, dropout: 0.5 },
  };
  const training = beginTraining(experiment);
  for (let frame = 0; frame < 3; frame++) {
    const theta = training.reported();
    const masks = [4, 3].map((units, layer) =>
      tf.tensor2d(dropoutMask({ share: 0.5, seed: 1 }, frame, layer, samples, units), [samples, units]),
    );
    const { loss } = lossAndGradient(experiment, theta, samplesOf(batch, experiment), masks);
    const stepped = training.step(batch, frame, false);
    expect(await stepped.data()).toEqual(await loss.data());
    tf.dispose([theta, masks, loss, stepped]);
  }
  training.dispose();
});

test("a run beyond the bound stays where it is, whatever its rule remembers", async () => {
  for (const id of ["sgd", "adam", "schedule-free"]) {
    const { rule, hyperparameters } = compiledRun(id);
    const wild = { rule, hyperparameters: { ...hyperparameters, lr: 1e30 } };
    const training = beginTraining(experimentWith([wild, { rule, hyperparameters }]));
    const places: Float32Array[][] = [];
    for (let frame = 0; frame < 6; frame++) {
      training.step(batch, frame, false).dispose();
      places.push(await rowsOf(training.reported()));
    }
    // Else a step from there would lead to numbers that are none.
    expect(places[5]![0]!.every(Number.isFinite), id).toBe(true);
    expect(places[5]![0]).toEqual(places[4]![0]);
    expect(places[5]![1]).not.toEqual(places[4]![1]);
    expect(places[5]![1]!.every(Number.isFinite)).toBe(true);
    training.dispose();
  }
});

const compiledRun = (id: string): CompiledRun => {
  const spec = { ...networkSpec("mnist-mlp"), runs: [runOn(networks["mnist-mlp"], id, 1)] };
  return compile(spec).runs[0]!;
};

const experimentWith = (runs: readonly CompiledRun[]): NetworkExperiment =>
  smallExperiment({ side: 2, hidden: [4, 3], batch: samples, runs });

const batch = randomImages(experimentWith([]), samples);

async function gradientAt(
  theta: readonly Float32Array[],
  experiment: NetworkExperiment,
): Promise<Float32Array> {
  const gradient = tf.tidy(() => {
    const rows = tf.stack(theta.map((row) => tf.tensor1d(row))) as tf.Tensor2D;
    return lossAndGradient(experiment, rows, samplesOf(batch, experiment)).gradient;
  });
  return gradient.data<"float32">().finally(() => gradient.dispose());
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
