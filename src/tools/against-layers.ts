import type { NetworkSpec } from "../experiment/spec";
import { networkSpec } from "../experiment/usual-spec";
import { compile, type NetworkExperiment } from "../engine/compile";
import { openData } from "../engine/training/open-data";
import type { Backend, PrepareContext } from "../engine/backends/backend";
import { layersLosses, layersPeers } from "./layers-losses";

/** A network as tfjs Layers and our backends are to train it. */
export type PeerCase = { readonly change: Partial<NetworkSpec>; readonly steps: number };

/** Fully connected networks, fifty steps each: what all backends compute. */
export const fullyConnectedCases: Readonly<Record<string, PeerCase>> = {
  "the reference network": { change: { network: "mnist-mlp" }, steps: 50 },
  "a deeper one of tanh on standardised pixels": {
    change: { network: "mnist-mlp", hidden: [20, 15, 10], activation: "tanh", standardise: true },
    steps: 50,
  },
  "logistic regression": { change: { network: "mnist-logistic" }, steps: 50 },
};

/** A comparison's outcome: by optimizer, the farthest that a loss is from that of tfjs Layers at the same step. */
export type Deviations = Readonly<Record<string, number>>;

/**
 * Trains a network by each backend and by tfjs Layers, all optimizers that both have right side by side; deviations by
 * backend. tfjs Layers computes with whatever backend tfjs has.
 */
export async function againstLayers(
  { change, steps }: PeerCase,
  backends: Readonly<Record<string, Backend>>,
  readFile: PrepareContext["readFile"],
): Promise<Readonly<Record<string, Deviations>>> {
  const context = () => ({
    readFile,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  const runs = layersPeers.map(({ optimizer, convention, hyperparameters }, i) => ({
    ...{ optimizer, convention, hyperparameters, number: i + 1 },
  }));
  const experiment = compile({ ...networkSpec(change.network!), ...change, runs }) as NetworkExperiment;
  const data = await openData(experiment, context());
  const expected: number[][] = [];
  for (const { theirs } of layersPeers)
    expected.push(await layersLosses(experiment, theirs, data, steps + 1));
  const deviations: Record<string, Deviations> = {};
  for (const [name, backend] of Object.entries(backends)) {
    const losses = await lossesOf(backend, experiment, context(), steps + 1);
    deviations[name] = Object.fromEntries(
      layersPeers.map(({ optimizer }, run) => [optimizer, farthest(losses[run]!, expected[run]!)]),
    );
  }
  return deviations;
}

/** Losses of each run's first frames. */
async function lossesOf(
  backend: Backend,
  experiment: NetworkExperiment,
  context: PrepareContext,
  frames: number,
): Promise<number[][]> {
  const execution = await backend.prepare(experiment, context);
  const losses: number[][] = experiment.runs.map(() => []);
  try {
    while (losses[0]!.length < frames) {
      const { loss, count } = await execution.advance(frames - losses[0]!.length);
      losses.forEach((mine, run) => mine.push(...loss.subarray(run * count, (run + 1) * count)));
    }
  } finally {
    execution.dispose();
  }
  return losses;
}

const farthest = (values: readonly number[], expected: readonly number[]) =>
  Math.max(...expected.map((value, i) => Math.abs(value - values[i]!)));
