import { createDatasets } from "../../../src/datasets/datasets";
import { createBatches, type Batch } from "../../../src/engine/training/batches";
import { initialParameters } from "../../../src/engine/training/initial-parameters";
import { inputsOf, pixelScale } from "../../../src/engine/training/pixels";
import type { NetworkSpec } from "../../../src/experiment/spec";
import { networkSpec } from "../../../src/experiment/usual-spec";
import { mnistMlp } from "../../../src/networks/mnist-mlp";
import { layersOf, type Layer } from "../../../src/networks/layers";
import { readFile } from "./few-tests";

/** The rules that contenders train by: Adam, and what stands for it or tells it apart from one that has none. */
export type RuleName = "sgd" | "adam" | "windowgrad";

/** The reference network as everyone trains it: one rule, each run at its own rate. */
export type Training = { readonly rule: RuleName; readonly rates: readonly number[] };

/** What contenders are handed: the same weights to start from, the same batches in the same order. */
export type Task = {
  readonly layers: readonly Layer[];
  /** Flat, as `layers` say. */
  readonly initial: Float32Array;
  /** Those who need more begin again. */
  readonly batches: readonly TaskBatch[];
  readonly size: number;
};

/** A batch as ink, and as inputs in [0, 1] for those who take no ink: both [size, pixels]. */
export type TaskBatch = Batch & { readonly inputs: Float32Array };

/** Adam's numbers, everyone's own names for them aside. */
export const adam = { beta1: 0.9, beta2: 0.999, eps: 1e-8 };

/** ConvNetJS's nearest to Adam: what Keras calls RMSprop, but for eps under the root. */
export const windowgrad = { rho: 0.95, eps: 1e-6 };

/** Batches held ready for those who do not draw their own. */
const held = 200;

/** Rates around Adam's usual one, as six or more runs side by side have them. */
export const ratesOf = (runs: number): number[] =>
  Array.from({ length: runs }, (_, run) => 0.001 * 2 ** (runs === 1 ? 0 : (3 * run) / (runs - 1) - 1));

/** The spec that ours train: the page's own, with these runs. */
export function specOf({ rule, rates }: Training): NetworkSpec {
  const rules = {
    name: "windowgrad",
    update: "v = rho * v + (1 - rho) * g^2\ntheta = theta - lr * g / sqrt(v + eps)",
  };
  const numbers = { sgd: {}, adam, windowgrad }[rule];
  return {
    ...networkSpec("mnist-mlp"),
    rules: rule === "windowgrad" ? [rules] : [],
    runs: rates.map((lr) => ({
      optimizer: rule,
      convention: "pytorch",
      hyperparameters: { ...numbers, lr },
      number: 1,
    })),
  };
}

/** Reads the task's data from the server. */
export async function openTask(): Promise<Task> {
  const { hidden, init, seed, batch: size, standardise, ...settings } = networkSpec("mnist-mlp");
  const layers = layersOf(mnistMlp, hidden);
  const data = await createDatasets().open(
    "mnist",
    (file, signal) => readFile(`mnist/${file}`, signal),
    () => undefined,
    new AbortController().signal,
  );
  const batches = createBatches(data, { ...settings, size, classes: mnistMlp.outputs, seed });
  const drawn: Batch[] = [];
  for (let step = 0; step < held; step++) drawn.push(await batches.at(step));
  return {
    layers,
    initial: initialParameters(layers, init, seed),
    batches: drawn.map((batch) => ({ ...batch, inputs: inputsOf(batch.images, pixelScale(standardise)) })),
    size,
  };
}
