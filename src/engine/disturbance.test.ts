import { expect, test } from "vitest";
import { surfaceSpec } from "../experiment/usual-spec";
import { noisyLine } from "../surfaces/noisy-line";
import { executeSurface } from "./backends/cpu/surface";
import { compile } from "./compile";
import { disturbances, disturbanceSize } from "./disturbance";

const { points } = noisyLine.data!;

test("without noise and data nothing is disturbed", () => {
  expect(disturbances({ noise: 0, seed: 1, steps: 9 })).toBeUndefined();
});

test("a mini-batch of all points is the surface itself; of fewer, each gradient is that of some of the points", () => {
  const gradients = (batch: number) => {
    const experiment = compile({ ...surfaceSpec("noisy-line"), parameters: { batch }, steps: 50 });
    return executeSurface(experiment).walk(51);
  };
  const whole = gradients(points.length);
  const still = compile({ ...surfaceSpec("noisy-line"), steps: 50 });
  whole.gradient!.forEach((each, i) =>
    expect(each).toBeCloseTo(executeSurface({ ...still, noise: undefined }).walk(51).gradient![i]!, 12),
  );

  const single = gradients(1);
  const slopes = points.map(([u, v]) => (x: number, y: number) => [(x * u + y - v) * u, x * u + y - v]);
  for (let k = 0; k <= 50; k++) {
    const [x, y] = single.theta!.subarray(2 * k);
    const [gx, gy] = single.gradient!.subarray(2 * k);
    const found = slopes.some((slope) => {
      const [a, b] = slope(x!, y!);
      return Math.abs(a! - gx!) < 1e-9 && Math.abs(b! - gy!) < 1e-9;
    });
    expect(found, `frame ${k}`).toBe(true);
  }
});

test("mini-batches come from the seed, are fair, and differ from step to step", () => {
  const table = (seed: number) =>
    disturbances({ noise: 0, seed, steps: 4999, data: noisyLine.data!, batch: 4 })!;
  expect(table(3)).toEqual(table(3));
  expect(table(4)).not.toEqual(table(3));
  const means = Array<number>(disturbanceSize).fill(0);
  table(3).forEach((value, i) => (means[i % disturbanceSize]! += value / 5000));
  for (const mean of means) expect(Math.abs(mean)).toBeLessThan(0.05);
});
