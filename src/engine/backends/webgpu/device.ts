import { Fault } from "../../fault";

/** The worker's GPU, or why there is none, in the visitor's words. */
export type DeviceResult =
  | {
      readonly device: GPUDevice;
      readonly info: GPUAdapterInfo;
      readonly adapterName: string;
      /** A CPU that plays GPU: right, but slower than our own JavaScript. */
      readonly isSoftware: boolean;
    }
  | { readonly reason: string };

let asked: Promise<DeviceResult> | undefined;

/** When the answer to `asked` was that there is none. */
let refusedAt: number | undefined;

/** Milliseconds after which who takes what there is asks again: a driver may have come back. */
const askAgainAfter = 30_000;

/**
 * The one device of this thread, asked for once; asked for anew after it was lost. Where there was none, `again` asks
 * once more: who wants the GPU by name may wait for a slow driver, who takes what there is shall not, but after a while.
 * Never rejects.
 */
export function theDevice(again = false): Promise<DeviceResult> {
  const isOver = refusedAt !== undefined && performance.now() - refusedAt > askAgainAfter;
  if (isOver || (again && refusedAt !== undefined)) asked = undefined;
  if (asked) return asked;
  refusedAt = undefined;
  asked = requestDevice("navigator" in globalThis ? navigator.gpu : undefined).then((result) => {
    if ("device" in result) void result.device.lost.then(() => (asked = undefined));
    else refusedAt = performance.now();
    return result;
  });
  return asked;
}

/** Asks for the fastest adapter and its device; some drivers never answer, so it gives up after `timeout` ms. */
export async function requestDevice(gpu: GPU | undefined, timeout = 3000): Promise<DeviceResult> {
  if (!gpu) return { reason: "no WebGPU in this browser" };
  const answer = ask(gpu);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), timeout)),
  );
  const result = await Promise.race([answer, silence]);
  clearTimeout(timer);
  if (result) return result;
  // Nobody will use a device that comes this late.
  void answer.then((late) => "device" in late && late.device.destroy());
  return { reason: "the WebGPU adapter did not answer" };
}

/** The result of work on a device; throws an Error in the visitor's words if the device goes first. */
export async function unlessLost<T>(device: GPUDevice, work: Promise<T>): Promise<T> {
  const { loss, leave } = waitForLoss(device);
  try {
    return await Promise.race([work, loss]);
  } catch (error) {
    // Buffers fail first, in words of their own; the device tells of its loss a moment later.
    await Promise.race([loss, new Promise((resolve) => setTimeout(resolve, 100))]);
    throw error;
  } finally {
    leave();
  }
}

/** Who is to be told that a device went, and what they are told once it has. */
type Watch = { fault?: Fault; readonly waiting: Set<(fault: Fault) => void> };
const watches = new WeakMap<GPUDevice, Watch>();

/** Rejects when the device goes; to be left when that matters no more: what hangs on `lost` itself is held as long as the device. */
function waitForLoss(device: GPUDevice) {
  const watch = watchOn(device);
  let tell: (fault: Fault) => void = () => undefined;
  const loss = new Promise<never>((_, reject) => (tell = reject));
  if (watch.fault) tell(watch.fault);
  else watch.waiting.add(tell);
  return { loss, leave: () => watch.waiting.delete(tell) };
}

function watchOn(device: GPUDevice): Watch {
  const known = watches.get(device);
  if (known) return known;
  const watch: Watch = { waiting: new Set() };
  watches.set(device, watch);
  void device.lost.then(({ message, reason }) => {
    watch.fault = new Fault("gpu-lost", `the GPU was lost: ${message || reason}`);
    for (const tell of watch.waiting) tell(watch.fault);
  });
  return watch;
}

async function ask(gpu: GPU): Promise<DeviceResult> {
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
  if (!adapter) return { reason: "no WebGPU adapter" };
  const { info, limits } = adapter;
  try {
    const device = await adapter.requestDevice({
      // tfjs times its kernels with it if asked to.
      requiredFeatures: adapter.features.has("timestamp-query") ? ["timestamp-query"] : [],
      requiredLimits: Object.fromEntries(raisedLimits.map((name) => [name, limits[name]])),
    });
    const adapterName = info.description || `${info.vendor} ${info.architecture}`.trim() || "unnamed adapter";
    return { device, info, adapterName, isSoftware: isFallback(adapter) };
  } catch {
    return { reason: "the WebGPU adapter gave no device" };
  }
}

/** What tfjs asks for itself: its larger tensors and workgroups exceed the defaults. */
const raisedLimits = [
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxBufferSize",
  "maxComputeWorkgroupSizeX",
  "maxComputeInvocationsPerWorkgroup",
] as const;

/** Older browsers say it on the adapter, newer ones in its info. */
const isFallback = (adapter: GPUAdapter): boolean =>
  adapter.info.isFallbackAdapter || ("isFallbackAdapter" in adapter && adapter.isFallbackAdapter === true);
