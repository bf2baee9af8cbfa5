import { expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import { backendChoices, type BackendChoice } from "../../experiment/spec";
import { networkSpec } from "../../experiment/usual-spec";
import { compile, type NetworkExperiment } from "../compile";
import type { Execution } from "./backend";
import { pickNetworkBackend } from "./pick-network";

test("only tfjs takes a convolutional network, and says so to whoever asked for another", async () => {
  const execution = await start("mnist-cnn", "cpu");
  expect(execution.computedBy).toMatchObject({ backend: "tfjs" });
  expect(execution.computedBy.note).toBe("only TensorFlow.js computes convolutional networks");
  execution.dispose();
  for (const choice of backendChoices)
    expect((await pickNetworkBackend(experimentOf("mnist-cnn"), choice)).name).toBe("tfjs");
});

test("where there is no WebGPU the CPU takes a network, and says why", async () => {
  const asked = await start("mnist-mlp", "webgpu");
  expect(asked.computedBy).toMatchObject({ backend: "cpu", note: "no WebGPU in this browser" });
  asked.dispose();
  const auto = await start("mnist-mlp", "auto");
  await auto.advance(1);
  expect(auto.computedBy).toMatchObject({ backend: "cpu", note: "no WebGPU in this browser" });
  auto.dispose();
});

test("whoever asks for the CPU or tfjs gets it without a word", async () => {
  expect((await pickNetworkBackend(experimentOf("mnist-mlp"), "tfjs")).name).toBe("tfjs");
  const execution = await start("mnist-mlp", "cpu");
  expect(execution.computedBy.backend).toBe("cpu");
  expect(execution.computedBy.note).toBeUndefined();
  execution.dispose();
});

async function start(id: string, choice: BackendChoice): Promise<Execution> {
  const experiment = experimentOf(id);
  return (await pickNetworkBackend(experiment, choice)).prepare(experiment, {
    readFile: async (path) =>
      new Response(await readFile(new URL(`../../../public/data/${path}`, import.meta.url))),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
}

const experimentOf = (id: string) => compile({ ...networkSpec(id), steps: 3 }) as NetworkExperiment;
