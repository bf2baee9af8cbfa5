import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { theDevice, unlessLost, type DeviceResult } from "../webgpu/device";

/** What tfjs computes with, ready to be used. */
export type Runtime = {
  /** "WebGPU: <adapter>", "WebAssembly", "JavaScript". */
  readonly adapter: string;
  /** Why not the faster one, in the visitor's words. */
  readonly note?: string;
  /** Makes tfjs, which has one backend at a time, compute here. */
  activate(): Promise<void>;
  /** The result of work; throws an Error in the visitor's words if the device goes first. */
  unlessLost<T>(work: Promise<T>): Promise<T>;
};

/** `auto` wants hardware; `webgpu` takes a software adapter too; `cpu` wants neither. All fall back to WebAssembly, then to JavaScript. */
export type Preference = "auto" | "webgpu" | "cpu" | "javascript";

/** Starts the fastest tfjs backend there is. Each is loaded only when it is tried; in Node there is no GPU. */
export async function openRuntime(prefer: Preference): Promise<Runtime> {
  // Else tfjs greets Node users and checks every kernel's output.
  tf.enableProdMode();
  if (prefer === "javascript") return openJavaScript();
  if (prefer === "cpu" || tf.env().getBool("IS_NODE")) return (await openWasm()) ?? openJavaScript();
  const result = await theDevice(prefer === "webgpu");
  if ("device" in result && (prefer === "webgpu" || !result.isSoftware)) return openWebgpu(result);
  const note = "reason" in result ? result.reason : "the WebGPU adapter is software";
  return (await openWasm(note)) ?? openJavaScript(note);
}

type Device = Extract<DeviceResult, { device: GPUDevice }>;
let registered: GPUDevice | undefined;

async function openWebgpu({ device, info, adapterName }: Device): Promise<Runtime> {
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  if (registered !== device) {
    // tfjs registers one of its own, which asks for another device; after a loss, ours is the stale one.
    if (tf.findBackendFactory("webgpu")) tf.removeBackend("webgpu");
    if (active === "webgpu") active = undefined;
    tf.registerBackend("webgpu", () => new WebGPUBackend(device, info));
    registered = device;
  }
  // The packed program: on matrices as narrow as ours tfjs's own choice takes half as long again.
  tf.env().set("WEBGPU_MATMUL_PROGRAM_TYPE", 3);
  await activate("webgpu");
  return {
    adapter: `WebGPU: ${adapterName}`,
    activate: () => activate("webgpu"),
    unlessLost: (work) => unlessLost(device, work),
  };
}

async function openWasm(note?: string): Promise<Runtime | undefined> {
  try {
    // In Node the package finds its own files.
    await (tf.env().getBool("IS_NODE") ? import("@tensorflow/tfjs-backend-wasm") : import("./wasm"));
    (await import("./wasm-kernels")).registerWasmKernels();
    await activate("wasm");
  } catch {
    return undefined;
  }
  return plainRuntime("wasm", "WebAssembly", note);
}

async function openJavaScript(note?: string): Promise<Runtime> {
  await import("@tensorflow/tfjs-backend-cpu");
  await activate("cpu");
  return plainRuntime("cpu", "JavaScript", note);
}

/** A runtime that cannot be lost. */
const plainRuntime = (backend: string, adapter: string, note?: string): Runtime => ({
  adapter,
  ...(note !== undefined && { note }),
  activate: () => activate(backend),
  unlessLost: (work) => work,
});

/** The backend tfjs computes with; `tf.getBackend()` names one already while it starts, and still when it failed. */
let active: string | undefined;
let activations = Promise.resolve();

/** Makes tfjs compute with that backend once it is ready; calls wait for each other. */
export function activate(name: string): Promise<void> {
  const mine = activations.then(async () => {
    if (active === name) return;
    active = undefined;
    if (!(await tf.setBackend(name))) throw new Error(`tfjs could not start its ${name} backend`);
    active = name;
  });
  activations = mine.catch(() => undefined);
  return mine;
}
