import { expect, test } from "vitest";
import type { Checkpoint } from "../../../experiment/frame";
import type { NetworkSpec } from "../../../experiment/spec";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { networks } from "../../../networks/index";
import { budgeted, compile, type NetworkExperiment } from "../../compile";
import { measure } from "./measure";
import { openRuntime, type Preference } from "./runtime";
import { randomImages } from "./small-networks";
import { beginTraining } from "./training";

const steps = 2;

test.each(
  Object.entries({
    "mnist-cnn": { dropout: 0.3 },
    "mnist-logistic": { fgsm: 0.1 },
    "mnist-mlp": { activation: "tanh", dropout: 0.3 },
  } satisfies Partial<Record<keyof typeof networks, Partial<NetworkSpec>>>),
)(
  "%s trains and is measured on WebGPU as on WebAssembly",
  async (id, change) => {
    const [gpu, wasm] = [await trained("webgpu", id, change), await trained("cpu", id, change)];
    expect([gpu.adapter, wasm.adapter]).toEqual([expect.stringMatching(/^WebGPU/), "WebAssembly"]);
    // Both are float32; sums are taken in other orders.
    expect(farthest(gpu.losses, wasm.losses)).toBeLessThan(1e-4);
    for (const [field, values] of Object.entries(wasm.checkpoint)) {
      if (typeof values === "number") continue;
      const tolerance = /train$|test$|adversarial|named|alive/.test(field) ? 0.05 : 1e-3;
      const theirs = gpu.checkpoint[field as keyof Checkpoint] as typeof values;
      if (field === "named")
        expect(mean(values, (name, i) => Number(name !== theirs[i]))).toBeLessThan(tolerance);
      else expect(farthest(theirs, values), field).toBeLessThan(tolerance);
    }
    // A software adapter takes seconds for each of a convolution's kernels.
  },
  120_000,
);

/** Losses of a few steps of three runs, and a checkpoint after them on few images. */
async function trained(prefer: Preference, id: string, change: Partial<NetworkSpec>) {
  const { adapter, activate } = await openRuntime(prefer);
  await activate();
  const network = networks[id as keyof typeof networks];
  const runs = ["nesterov", "adam", "momentum"].map((optimizer, i) => runOn(network, optimizer, i + 1));
  const compiled = compile({ ...networkSpec(id), ...change, runs }) as NetworkExperiment;
  const experiment = { ...compiled, runs: compiled.runs.map((run) => budgeted(run, steps)) };
  const training = beginTraining(experiment);
  const batch = randomImages(experiment, experiment.batch);
  const losses: number[] = [];
  for (let frame = 0; frame < steps; frame++) {
    const loss = training.step(batch, frame, false);
    losses.push(...(await loss.data()));
    loss.dispose();
  }
  const theta = training.reported();
  const sets = { train: randomImages(experiment, 20), test: randomImages(experiment, 40) };
  const checkpoint = await measure(experiment, steps, theta, sets, () => Promise.resolve());
  theta.dispose();
  training.dispose();
  return { adapter, losses, checkpoint };
}

const farthest = (values: ArrayLike<number>, expected: ArrayLike<number>): number =>
  Array.from(expected).reduce((most, value, i) => Math.max(most, Math.abs(value - values[i]!)), 0);

const mean = (values: ArrayLike<number>, of: (value: number, i: number) => number): number =>
  Array.from(values, of).reduce((sum, value) => sum + value, 0) / values.length;
