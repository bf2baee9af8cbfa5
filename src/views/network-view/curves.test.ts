import { describe, expect, it } from "vitest";
import { createColumnExtremes } from "./column-extremes";
import { createRunningMean } from "../charts/running-mean";
import { createRecording } from "../../experiment/recording";
import { createCurves, stepsDrawn } from "./curves";
import { axesOf } from "./network-axes";

const losses = Float64Array.from({ length: 500 }, (_, i) => 2 / (1 + i / 50) + Math.sin(i));

describe("a running mean", () => {
  it("begins at the first value and stays at a constant", () => {
    const mean = createRunningMean(4, 33);
    mean.extend([3, 3, 3, 3]);
    for (const value of mean.means) expect(value).toBeCloseTo(3, 12);
  });

  it("is the same in one go and in pieces", () => {
    const [whole, pieces] = [createRunningMean(500, 33), createRunningMean(500, 33)];
    whole.extend(losses);
    for (const end of [1, 2, 100, 500]) pieces.extend(losses.subarray(0, end));
    expect(pieces.means).toEqual(whole.means);
    expect(pieces.count).toBe(500);
    expect(pieces.least).toBe(Math.min(...whole.means));
    expect(pieces.greatest).toBe(Math.max(...whole.means));
  });
});

it("column extremes are those of their values, in one go and in pieces", () => {
  const [whole, pieces] = [createColumnExtremes(500, 40), createColumnExtremes(500, 40)];
  whole.extend(losses);
  for (const end of [7, 8, 333, 500]) pieces.extend(losses.subarray(0, end));
  expect(pieces).toMatchObject({ least: whole.least, greatest: whole.greatest });
  expect(Math.max(...whole.greatest)).toBe(Math.max(...losses));
  expect(whole.least[0]).toBe(Math.min(...losses.subarray(0, 13)));
  expect(createColumnExtremes(500, 40).least.every(Number.isNaN)).toBe(true);
});

it("curves grow with their recording, and look at each frame once", () => {
  const recording = createRecording(1, 3, false);
  const curves = createCurves(recording, { columns: 10 });
  curves.extend();
  expect(curves.runs[0]!.mean.count).toBe(0);
  recording.append({ first: 0, count: 2, runs: 1, loss: Float64Array.of(2, 1), checkpoints: [] });
  curves.extend();
  curves.extend();
  expect(curves.runs[0]!.mean.count).toBe(2);
});

it("a short curve is drawn step by step, a long one once a pixel column and at its newest step", () => {
  expect(stepsDrawn(3, [0, 4], 700)).toEqual([0, 1, 2]);
  expect(stepsDrawn(0, [0, 4], 700)).toEqual([]);
  const steps = stepsDrawn(10_000, [0, 18_750], 700);
  expect(steps.length).toBeLessThan(380);
  expect([steps[0], steps.at(-1)]).toEqual([0, 9_999]);
  expect(stepsDrawn(18_751, [0, 18_750], 700).at(-1)).toBe(18_750);
});

it("of a part of the training only its steps are drawn, and the axis is fitted to them", () => {
  expect(stepsDrawn(3, [5, 9], 700)).toEqual([]);
  expect(stepsDrawn(8, [5, 9], 700)).toEqual([5, 6, 7]);
  const recording = createRecording(1, 99, false);
  const loss = Float64Array.from({ length: 100 }, (_, i) => 3 - 0.02 * i);
  recording.append({ first: 0, count: 100, runs: 1, loss, checkpoints: [] });
  const curves = createCurves(recording, { columns: 50, span: [40, 60], smoothing: 1 });
  curves.extend();
  const run = { index: 0, number: 1, label: "Adam" };
  const axis = (isLogarithmic: boolean) =>
    axesOf(curves, [run], { loss: "train", accuracy: "test" }, isLogarithmic).loss;
  for (const { domain } of [axis(true), axis(false)]) {
    expect(domain[0]).toBeLessThanOrEqual(1.8);
    expect(domain[0]).toBeGreaterThan(1.5);
    expect(domain[1]).toBeGreaterThanOrEqual(2.2);
    expect(domain[1]).toBeLessThan(2.5);
  }
});
