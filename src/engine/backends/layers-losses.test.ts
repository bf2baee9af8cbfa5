import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import type { NetworkSpec } from "../../experiment/spec";
import { networkSpec } from "../../experiment/usual-spec";
import { openMnistInNode } from "../../tools/mnist-in-node";
import { compile, type NetworkExperiment } from "../compile";
import type { Backend } from "./backend";
import { layersLosses, layersPeers } from "./layers-losses";
import { tfjsNetworks } from "./tfjs/network";
import { openRuntime } from "./tfjs/runtime";

/** Backends that train here; each of them is held against tfjs Layers. */
const backends: Readonly<Record<string, () => Backend>> = { tfjs: () => tfjsNetworks("cpu") };

type Case = { readonly change: Partial<NetworkSpec>; readonly steps: number; readonly by: readonly string[] };

const cases: Readonly<Record<string, Case>> = {
  "the reference network": {
    change: { network: "mnist-mlp" },
    steps: 50,
    by: Object.keys(backends),
  },
  "a deeper one of tanh on standardised pixels": {
    change: { network: "mnist-mlp", hidden: [20, 15, 10], activation: "tanh", standardise: true },
    steps: 50,
    by: Object.keys(backends),
  },
  "logistic regression": { change: { network: "mnist-logistic" }, steps: 50, by: Object.keys(backends) },
  "the convolutional network": { change: { network: "mnist-cnn" }, steps: 10, by: ["tfjs"] },
};

beforeAll(async () => void (await openRuntime("cpu")));

test.each(Object.entries(cases))(
  "%s loses at each step what it loses in tfjs Layers, by each optimizer that both have right",
  async (name, { change, steps, by }) => {
    const runs = layersPeers.map(({ optimizer, convention, hyperparameters }, i) => ({
      ...{ optimizer, convention, hyperparameters, number: i + 1 },
    }));
    const experiment = compile({ ...networkSpec(change.network!), ...change, runs }) as NetworkExperiment;
    const data = await openMnistInNode();
    const expected: number[][] = [];
    for (const { theirs } of layersPeers)
      expected.push(await layersLosses(experiment, theirs, data, steps + 1));
    for (const backend of by) {
      const losses = await lossesOf(backends[backend]!(), experiment, steps + 1);
      const worst = layersPeers.map((_, run) => farthest(losses[run]!, expected[run]!));
      console.log(`${name}, ${backend}: ${worst.map((value) => value.toExponential(1)).join(" ")}`);
      // Sums are taken in other orders, and the steps add up.
      layersPeers.forEach(({ optimizer }, run) => {
        expect(worst[run], `${optimizer} by ${backend}`).toBeLessThan(2e-3);
        expect(losses[run]!.at(-1)).not.toBe(losses[run]![0]);
      });
    }
  },
);

/** Losses of each run's first frames. */
async function lossesOf(
  backend: Backend,
  experiment: NetworkExperiment,
  frames: number,
): Promise<number[][]> {
  const data = new URL("../../../public/data/", import.meta.url);
  const execution = await backend.prepare(experiment, {
    readFile: async (path) => new Response(await readFile(new URL(path, data))),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  const { loss } = await execution.advance(frames).finally(() => execution.dispose());
  return experiment.runs.map((_, run) => [...loss.subarray(run * frames, (run + 1) * frames)]);
}

const farthest = (values: readonly number[], expected: readonly number[]) =>
  Math.max(...expected.map((value, i) => Math.abs(value - values[i]!)));
