import type { Experiment } from "../compile";
import type { BackendChoice } from "../../experiment/spec";
import type { Backend } from "./backend";
import { cpuSurfaces } from "./cpu/surface";
import { loaded } from "./loaded";
import { orElse } from "./or-else";
import { noted } from "./noted";
import { part } from "./part";
import { pickNetworkBackend } from "./pick-network";
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
 * surface: it starts on the CPU, and says when there is a hardware adapter to move to. Where the GPU is to be left alone,
 * `withoutGpu` says why.
 */
export async function pickBackend(
  experiment: Experiment,
  choice: BackendChoice,
  withoutGpu?: string,
): Promise<Pick> {
  if (withoutGpu !== undefined) {
    const { backend } = await pickBackend(experiment, "cpu");
    return { backend: choice === "cpu" ? backend : noted(backend, withoutGpu), news: none };
  }
  if (experiment.kind === "network")
    return { backend: await pickNetworkBackend(experiment, choice), news: none };
  if (choice === "cpu") return { backend: cpuSurfaces(), news: none };
  if (experiment.runs.some(({ until }) => until))
    return { backend: cpuSurfaces("a run that branches is computed by the CPU"), news: none };
  const asked = theDevice(choice === "webgpu");
  const device = choice === "webgpu" ? await asked : await settledOrUndefined(asked);
  if (device && "device" in device && (choice === "webgpu" || !device.isSoftware)) {
    return { backend: orElse(loaded("webgpu", webgpu), cpuSurfaces), news: none };
  }
  if (choice === "tfjs") return { backend: cpuSurfaces("TensorFlow.js computes networks only"), news: none };
  if (device) return { backend: cpuSurfaces("reason" in device ? device.reason : undefined), news: none };
  const news = asked.then((result): DeviceNews | undefined => {
    if ("reason" in result) return { isReady: false, note: result.reason };
    return result.isSoftware ? undefined : { isReady: true };
  });
  return { backend: cpuSurfaces(), news };
}

async function webgpu(): Promise<Backend> {
  const { webgpuSurfaces } = await part(import("./webgpu/surface"));
  return webgpuSurfaces;
}

/** The value of a promise that has one already; undefined of one still waiting. */
const settledOrUndefined = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise, Promise.resolve(undefined)]);
