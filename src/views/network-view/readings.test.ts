import { expect, it } from "vitest";
import { blankCheckpoint } from "../../experiment/blank-checkpoint";
import { createRecording } from "../../experiment/recording";
import { createCurves } from "./curves";
import type { NamedRun } from "./network-data";
import { axesOf, isSameAxes } from "./network-axes";
import { accuracyReading, lossReading } from "./readings";

const recording = createRecording(2, 9, false);
recording.append({
  ...{ first: 0, count: 4, runs: 2 },
  loss: Float64Array.of(2, 2, 2, 2, 2, 2, NaN, NaN),
  checkpoints: [blankCheckpoint(1, { test: Float64Array.of(0.9112, 0.3) })],
});
const curves = createCurves(recording, 100);
curves.extend();
const [first, second] = [0, 1].map((index) => ({ index, number: index + 1, label: "" })) as [
  NamedRun,
  NamedRun,
];
const y = (value: number) => (value === Infinity ? -1 : value);

it("at the cursor stand the running mean and the last accuracy measured", () => {
  expect(lossReading(curves, first, 3, y)).toEqual({ y: expect.closeTo(2), text: "2" });
  expect(accuracyReading(recording, first, 3, y)).toEqual({ y: 0.9112, text: "91.1\u00a0%" });
  expect(accuracyReading(recording, first, 0, y)).toBeUndefined();
});

it("a diverged run says so from there on, and has no accuracy any more", () => {
  expect(lossReading(curves, second, 1, y)).toEqual({ y: expect.closeTo(2), text: "2" });
  expect(lossReading(curves, second, 3, y)).toEqual({ y: -1, text: "diverged at step 2", isError: true });
  expect(accuracyReading(recording, second, 1, y)).toMatchObject({ y: 0.3 });
  expect(accuracyReading(recording, second, 2, y)).toBeUndefined();
});

it("nor has it a say in the axes", () => {
  expect(isSameAxes(axesOf(curves, [first, second]), axesOf(curves, [first]))).toBe(true);
  expect(axesOf(undefined, [first]).loss.domain).toEqual([0.35, 2.5]);
});
