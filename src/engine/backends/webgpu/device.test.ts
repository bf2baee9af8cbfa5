import { afterEach, expect, test, vi } from "vitest";
import { requestDevice, theDevice, unlessLost } from "./device";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a browser without WebGPU says so", async () => {
  expect(await requestDevice(undefined)).toEqual({ reason: "no WebGPU in this browser" });
});

test("no adapter, or a refusal to name one, is told as such", async () => {
  expect(await requestDevice(gpuOf(() => Promise.resolve(null)))).toEqual({ reason: "no WebGPU adapter" });
  expect(await requestDevice(gpuOf(() => Promise.reject(new Error())))).toEqual({
    reason: "no WebGPU adapter",
  });
});

test("an adapter that gives no device is told as such", async () => {
  const adapter = adapterOf(() => Promise.reject(new Error("limits")));
  expect(await requestDevice(gpuOf(() => Promise.resolve(adapter)))).toEqual({
    reason: "the WebGPU adapter gave no device",
  });
});

test("an adapter or a device that never comes is given up within five seconds", async () => {
  const silent = new Promise<never>(() => undefined);
  for (const gpu of [gpuOf(() => silent), gpuOf(() => Promise.resolve(adapterOf(() => silent)))]) {
    vi.useFakeTimers();
    const result = requestDevice(gpu);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await Promise.race([result, "still waiting"])).toEqual({
      reason: "the WebGPU adapter did not answer",
    });
    vi.useRealTimers();
  }
});

test("a device that comes too late is given back", async () => {
  vi.useFakeTimers();
  const destroy = vi.fn();
  const late = new Promise<GPUAdapter>((resolve) =>
    setTimeout(() => resolve(adapterOf(() => Promise.resolve(deviceOf({ destroy })))), 4000),
  );
  const result = requestDevice(gpuOf(() => late));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await result).toHaveProperty("reason");
  expect(destroy).toHaveBeenCalledOnce();
});

test("an adapter is named by its description, or by vendor and architecture; a software one is marked", async () => {
  const device = () => Promise.resolve(deviceOf({}));
  const described = await requestDevice(
    gpuOf(() => Promise.resolve(adapterOf(device, { description: "Swift" }))),
  );
  expect(described).toMatchObject({ adapterName: "Swift", isSoftware: false });
  const info = { vendor: "google", architecture: "swiftshader", isFallbackAdapter: true };
  const named = await requestDevice(gpuOf(() => Promise.resolve(adapterOf(device, info))));
  expect(named).toMatchObject({ adapterName: "google swiftshader", isSoftware: true });
});

test("a device holds nothing of work that is done, and tells of its loss whoever still waits or comes later", async () => {
  let lose: (info: GPUDeviceLostInfo) => void = () => undefined;
  const lost = new Promise<GPUDeviceLostInfo>((resolve) => (lose = resolve));
  const hung = vi.spyOn(lost, "then");
  const device = deviceOf({ lost });
  for (let k = 0; k < 100; k++) expect(await unlessLost(device, Promise.resolve(k))).toBe(k);
  expect(hung).toHaveBeenCalledOnce();
  const waits = unlessLost(device, new Promise(() => undefined));
  lose({ reason: "unknown", message: "driver reset" } as GPUDeviceLostInfo);
  await expect(waits).rejects.toThrow("the GPU was lost: driver reset");
  await expect(unlessLost(device, new Promise(() => undefined))).rejects.toThrow("the GPU was lost");
});

test("the device is asked for once, and anew after it was lost", async () => {
  const losses: (() => void)[] = [];
  const requestAdapter = vi.fn(() =>
    Promise.resolve(
      adapterOf(() => {
        const lost = new Promise<GPUDeviceLostInfo>((resolve) =>
          losses.push(() => resolve({ reason: "unknown", message: "driver reset" } as GPUDeviceLostInfo)),
        );
        return Promise.resolve(deviceOf({ lost }));
      }),
    ),
  );
  vi.stubGlobal("navigator", { gpu: gpuOf(requestAdapter) });
  const first = await theDevice();
  expect(await theDevice()).toBe(first);
  expect(requestAdapter).toHaveBeenCalledOnce();
  if (!("device" in first)) throw new Error(first.reason);

  const running = unlessLost(first.device, new Promise<never>(() => undefined));
  losses[0]!();
  await expect(running).rejects.toThrow("the GPU was lost: driver reset");
  expect(await theDevice()).not.toBe(first);
  expect(requestAdapter).toHaveBeenCalledTimes(2);
});

test("where there was no device it is asked for again only by who insists", async () => {
  // The module of the test before remembers its device.
  vi.resetModules();
  const fresh = await import("./device");
  const requestAdapter = vi.fn<() => Promise<GPUAdapter | null>>(() => Promise.resolve(null));
  vi.stubGlobal("navigator", { gpu: gpuOf(requestAdapter) });
  expect(await fresh.theDevice()).toEqual({ reason: "no WebGPU adapter" });
  expect(await fresh.theDevice()).toEqual({ reason: "no WebGPU adapter" });
  expect(requestAdapter).toHaveBeenCalledTimes(1);
  requestAdapter.mockResolvedValue(adapterOf(() => Promise.resolve(deviceOf({}))));
  const found = await fresh.theDevice(true);
  expect(found).toHaveProperty("device");
  expect(await fresh.theDevice(true)).toBe(found);
  expect(requestAdapter).toHaveBeenCalledTimes(2);
});

test("who takes what there is asks again after a while: a driver may have come back", async () => {
  vi.resetModules();
  const fresh = await import("./device");
  vi.useFakeTimers();
  const requestAdapter = vi.fn<() => Promise<GPUAdapter | null>>(() => Promise.resolve(null));
  vi.stubGlobal("navigator", { gpu: gpuOf(requestAdapter) });
  await fresh.theDevice();
  requestAdapter.mockResolvedValue(adapterOf(() => Promise.resolve(deviceOf({}))));
  vi.advanceTimersByTime(29_000);
  expect(await fresh.theDevice()).toHaveProperty("reason");
  vi.advanceTimersByTime(2000);
  expect(await fresh.theDevice()).toHaveProperty("device");
});

test("work that fails because the device goes, fails in the words of the loss; other failures stay as they are", async () => {
  const lost = new Promise<GPUDeviceLostInfo>((resolve) =>
    setTimeout(() => resolve({ reason: "destroyed", message: "" } as GPUDeviceLostInfo), 10),
  );
  const failing = () => Promise.reject(new Error("the buffer was unmapped"));
  await expect(unlessLost(deviceOf({ lost }), failing())).rejects.toThrow("the GPU was lost: destroyed");
  await expect(unlessLost(deviceOf({}), failing())).rejects.toThrow("the buffer was unmapped");
});

const gpuOf = (requestAdapter: () => Promise<GPUAdapter | null>) => ({ requestAdapter }) as unknown as GPU;

const adapterOf = (requestDevice: () => Promise<GPUDevice>, info: Partial<GPUAdapterInfo> = {}) =>
  ({
    requestDevice,
    features: new Set(),
    limits: {},
    info: { vendor: "", architecture: "", description: "", isFallbackAdapter: false, ...info },
  }) as unknown as GPUAdapter;

const deviceOf = (parts: Partial<GPUDevice>) =>
  ({ lost: new Promise(() => undefined), destroy: () => undefined, ...parts }) as GPUDevice;
