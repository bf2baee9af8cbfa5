import { expect, it } from "vitest";
import { createRecording } from "../../experiment/recording";
import { distancesTo, gradientNorms, lossesAbove, stepLengths, valueAt } from "./series";

const recording = walked();

it("losses are measured from a minimum", () => {
  expect([...lossesAbove(recording, 0, 0).values]).toEqual([5, 3, 1]);
  expect([...lossesAbove(recording, 0, -1).values]).toEqual([6, 4, 2]);
});

it("a loss below a minimum that is tabulated to six decimals is at it, and NaN stays NaN", () => {
  expect([...lossesAbove(recording, 0, 1.000001).values]).toEqual([3.999999, 1.999999, 0]);
  const diverged = createRecording(1, 1, true);
  const two = new Float64Array(2);
  diverged.append({
    ...{ first: 0, count: 1, runs: 1, checkpoints: [], theta: two, gradient: two },
    loss: Float64Array.of(NaN),
  });
  expect([...lossesAbove(diverged, 0, -1).values]).toEqual([NaN]);
});

it("gradients have a length at each iterate, steps at each iterate but the start", () => {
  expect(gradientNorms(recording, 0)).toEqual({ first: 0, values: Float64Array.of(5, 13, 0) });
  expect(stepLengths(recording, 0)).toEqual({ first: 1, values: Float64Array.of(5, 1) });
});

it("a distance is that to the nearest of several places", () => {
  expect([...distancesTo([[0, 0], [3, 5.5]], recording, 0).values]).toEqual([0, 1.5, 0.5]); // prettier-ignore
});

it("a length too small or too large to be squared is one all the same", () => {
  const extreme = createRecording(1, 1, true);
  const gradient = Float64Array.of(3e-200, 4e-200, 3e200, 4e200);
  extreme.append({
    ...{ first: 0, count: 2, runs: 1, checkpoints: [], gradient },
    ...{ loss: Float64Array.of(1, 1), theta: new Float64Array(4) },
  });
  const [small, large] = gradientNorms(extreme, 0).values;
  expect(small! / 5e-200).toBeCloseTo(1);
  expect(large! / 5e200).toBeCloseTo(1);
});

it("the value at a step is the last one where the series ends earlier, and none before it begins", () => {
  const lengths = stepLengths(recording, 0);
  expect([0, 1, 2, 9].map((step) => valueAt(lengths, step))).toEqual([NaN, 5, 1, 1]);
});

it("an empty recording has no values", () => {
  const empty = createRecording(1, 10, true);
  for (const series of [lossesAbove(empty, 0, 0), gradientNorms(empty, 0), stepLengths(empty, 0)])
    expect(series.values).toHaveLength(0);
});

function walked() {
  const recording = createRecording(1, 4, true);
  recording.append({
    ...{ first: 0, count: 3, runs: 1, checkpoints: [] },
    loss: Float64Array.of(5, 3, 1),
    theta: Float64Array.of(0, 0, 3, 4, 3, 5),
    gradient: Float64Array.of(3, 4, 5, 12, 0, 0),
  });
  return recording;
}
