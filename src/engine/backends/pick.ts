import type { Experiment } from "../compile";
import { isFullyConnected } from "../../networks/layers";
import type { BackendChoice } from "../../experiment/spec";
import type { Backend } from "./backend";
import { cpuSurfaces } from "./cpu/surface";
import { theDevice } from "./webgpu/device";

export type Pick = {
  readonly backend: Backend;
  /** What the GPU answered after this pick was made; undefined if that changes nothing. */
  readonly news: Promise<DeviceNews | undefined>;
};

/** A hardware adapter is ready to move to, or there is none, in the visitor's words. */
export type DeviceNews = { readonly isReady: true } | { readonly isReady: false; readonly note: string };

const none = Promise.resolve(undefined);

/**
 * The backend for an experiment; the large ones are loaded when first needed. `auto` never waits for a GPU on a
 * surface: it starts on the CPU, and says when there is a hardware adapter to move to.
 */
export async function pickBackend(experiment: Experiment, choice: BackendChoice): Promise<Pick> {
  if (experiment.kind === "network") {
    if (choice !== "tfjs" && choice !== "webgpu" && isFullyConnected(experiment.layers)) {
      const { cpuNetworks } = await import("./cpu/network");
      return { backend: cpuNetworks(), news: none };
    }
    const { tfjsNetworks } = await import("./tfjs/network");
    const prefer = choice === "webgpu" || choice === "cpu" ? choice : "auto";
    return { backend: tfjsNetworks(prefer), news: none };
  }
  if (choice === "cpu") return { backend: cpuSurfaces(), news: none };
  const asked = theDevice(choice === "webgpu");
  const device = choice === "webgpu" ? await asked : await settledOrUndefined(asked);
  if (device && "device" in device && (choice === "webgpu" || !device.isSoftware)) {
    const { webgpuSurfaces } = await import("./webgpu/surface");
    return { backend: orElse(webgpuSurfaces), news: none };
  }
  if (choice === "tfjs") return { backend: cpuSurfaces("TensorFlow.js computes networks only"), news: none };
  if (device) return { backend: cpuSurfaces("reason" in device ? device.reason : undefined), news: none };
  const news = asked.then((result): DeviceNews | undefined => {
    if ("reason" in result) return { isReady: false, note: result.reason };
    return result.isSoftware ? undefined : { isReady: true };
  });
  return { backend: cpuSurfaces(), news };
}

/** A backend that hands an experiment to the CPU where it cannot take it: a driver may refuse what its adapter promised. */
const orElse = ({ name, prepare }: Backend): Backend => ({
  name,
  async prepare(experiment, context) {
    try {
      return await prepare(experiment, context);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return cpuSurfaces(`not on WebGPU: ${reason}`).prepare(experiment, context);
    }
  },
});

/** The value of a promise that has one already; undefined of one still waiting. */
const settledOrUndefined = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise, Promise.resolve(undefined)]);
