import { part } from "./part";
import { isFullyConnected } from "../../networks/layers";
import type { BackendChoice } from "../../experiment/spec";
import type { NetworkExperiment } from "../compile";
import type { Backend } from "./backend";
import { handingOver } from "./hand-over";
import { loaded } from "./loaded";
import { noted } from "./noted";
import { orElse } from "./or-else";
import { theDevice } from "./webgpu/device";

/**
 * The backend for a network, loaded when first needed. `auto` trains on the CPU at once, and goes on on the GPU as soon as
 * a hardware adapter's kernels are compiled.
 */
export async function pickNetworkBackend(
  { layers }: NetworkExperiment,
  choice: BackendChoice,
): Promise<Backend> {
  if (!isFullyConnected(layers)) {
    // Not on a software adapter, though it was asked for: there a step takes seconds.
    const backend = await tfjs(choice === "webgpu" ? "auto" : choice);
    const isAnother = choice === "webgpu" || choice === "cpu";
    return isAnother ? noted(backend, "only TensorFlow.js computes convolutional networks") : backend;
  }
  switch (choice) {
    case "tfjs":
      return tfjs("auto");
    case "cpu":
      return cpu();
    case "webgpu": {
      const result = await theDevice(true);
      return "reason" in result ? cpu(result.reason) : orElse(loaded("webgpu", webgpu), cpu);
    }
    case "auto":
      return handingOver(await cpu(), async () => {
        const result = await theDevice();
        if ("reason" in result) throw new Error(result.reason);
        return result.isSoftware ? undefined : webgpu();
      });
  }
}

async function cpu(note?: string): Promise<Backend> {
  const { cpuNetworks } = await part(import("./cpu/network"));
  return cpuNetworks(note);
}

async function webgpu(): Promise<Backend> {
  const [{ webgpuNetworks }, { openMeasurer }] = await part(
    Promise.all([import("./webgpu/network"), import("./cpu/measurer")]),
  );
  return webgpuNetworks({ openMeasurer });
}

async function tfjs(choice: BackendChoice): Promise<Backend> {
  const { tfjsNetworks } = await part(import("./tfjs/network"));
  return tfjsNetworks(choice === "cpu" ? "cpu" : "auto");
}
