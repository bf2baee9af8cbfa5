import type { Experiment } from "../compile";
import type { BackendChoice } from "../../experiment/spec";
import type { Backend } from "./backend";
import { cpuSurfaces } from "./cpu/surface";
import { theDevice } from "./webgpu/device";

export type Pick = {
  readonly backend: Backend;
  /** Resolves to true once a hardware adapter is ready that was not in time for this pick. */
  readonly upgrade: Promise<boolean>;
};

const never = Promise.resolve(false);

/**
 * The backend for an experiment; the large ones are loaded when first needed. `auto` never waits for a GPU on a
 * surface: it starts on the CPU, and says when there is a hardware adapter to move to.
 */
export async function pickBackend(experiment: Experiment, choice: BackendChoice): Promise<Pick> {
  if (experiment.kind === "network") {
    const { tfjsNetworks } = await import("./tfjs/network");
    const prefer = choice === "webgpu" || choice === "cpu" ? choice : "auto";
    return { backend: tfjsNetworks(prefer), upgrade: never };
  }
  if (choice === "webgpu") {
    const { webgpuSurfaces } = await import("./webgpu/surface");
    return { backend: webgpuSurfaces, upgrade: never };
  }
  if (choice === "cpu") return { backend: cpuSurfaces(), upgrade: never };
  const device = await settledOrUndefined(theDevice());
  if (device && "device" in device && !device.isSoftware) {
    const { webgpuSurfaces } = await import("./webgpu/surface");
    return { backend: webgpuSurfaces, upgrade: never };
  }
  const upgrade = theDevice().then((result) => !device && "device" in result && !result.isSoftware);
  return { backend: cpuSurfaces(device && "reason" in device ? device.reason : undefined), upgrade };
}

/** The value of a promise that has one already; undefined of one still waiting. */
const settledOrUndefined = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise, Promise.resolve(undefined)]);
