import { expect, test } from "vitest";
import { networkSpec } from "../../../experiment/usual-spec";
import { compile } from "../../compile";
import type { Execution } from "../backend";
import { theDevice } from "../webgpu/device";
import { tfjsNetworks } from "./network";
import type { Preference } from "./runtime";

const frames = 6;

test("tfjs trains on our WebGPU device, and agrees with its JavaScript backend", async () => {
  const gpu = await start("webgpu");
  expect(gpu.computedBy.backend).toBe("tfjs");
  expect(gpu.computedBy.adapter).toMatch(/^WebGPU: .*swiftshader/i);
  const { loss } = await gpu.advance(frames);
  gpu.dispose();
  const cpu = await start("javascript");
  expect(cpu.computedBy.adapter).toBe("JavaScript");
  const { loss: expected } = await cpu.advance(frames);
  cpu.dispose();

  expect(loss).toHaveLength(2 * frames);
  expect(loss[frames]).toBe(loss[0]);
  // Both are float32; RMSprop's first steps have the gradient's sign, however small: rounding may turn one.
  loss.forEach((value, i) => expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-4));
  for (const run of [0, 1]) expect(loss[(run + 1) * frames - 1]).toBeLessThan(loss[run * frames]!);
  // Two checkpoints of twelve thousand images each take a software adapter its time.
}, 90_000);

test("auto does not take a software adapter, and says so", async () => {
  const execution = await start("auto");
  expect(execution.computedBy).toEqual({
    backend: "tfjs",
    adapter: "WebAssembly",
    precision: "float32",
    note: "the WebGPU adapter is software",
  });
  const { loss, checkpoints } = await execution.advance(27);
  expect(loss[27]).toBe(loss[0]);
  expect(checkpoints.map(({ step }) => step)).toEqual([0, 5, 10, 20]);
  // Guessing is right once in ten.
  const { train, test } = checkpoints.at(-1)!;
  for (const accuracy of [...train, ...test]) expect(accuracy).toBeGreaterThan(0.15);
  execution.dispose();
}, 60_000);

test("after the GPU was lost training fails in words, and starts again on a new device", async () => {
  const execution = await start("webgpu");
  const result = await theDevice();
  if ("reason" in result) throw new Error(result.reason);
  const batch = execution.advance(1);
  result.device.destroy();
  await expect(batch).rejects.toThrow("the GPU was lost: ");
  execution.dispose();
  const again = await start("webgpu");
  const { loss } = await again.advance(1);
  expect(loss[0]).toBeGreaterThan(1);
  again.dispose();
}, 60_000);

/** Momentum and RMSprop on the true data, as the visitor first sees them. */
const start = (prefer: Preference): Promise<Execution> =>
  tfjsNetworks(prefer).prepare(compile(networkSpec("mnist-mlp")), {
    readFile: (path, signal) => fetch(`/data/${path}`, { signal }),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
