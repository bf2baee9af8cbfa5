import { expect, it } from "vitest";
import { blankCheckpoint } from "../../experiment/blank-checkpoint";
import { createRecording } from "../../experiment/recording";
import { createCurves } from "./curves";
import type { NamedRun } from "./network-data";
import { axesOf, isSameAxes } from "./network-axes";
import { accuracyAt, accuracyReading, chartsInWords, lossReading } from "./readings";

const recording = createRecording(2, 9, false);
recording.append({
  ...{ first: 0, count: 4, runs: 2 },
  loss: Float64Array.of(2, 2, 2, 2, 2, 2, NaN, NaN),
  checkpoints: [
    blankCheckpoint(1, {
      test: Float64Array.of(0.9112, 0.3),
      train: Float64Array.of(0.95, 0.4),
      testLoss: Float64Array.of(0.31, 2),
      adversarial: Float64Array.of(0.25, 0.1),
    }),
  ],
});
const curves = createCurves(recording, { columns: 100 });
curves.extend();
const [first, second] = [0, 1].map((index) => ({ index, number: index + 1, label: "" })) as [
  NamedRun,
  NamedRun,
];
const y = (value: number) => (value === Infinity ? -1 : value);

it("at the cursor stand the running mean and the last accuracy measured", () => {
  expect(lossReading(curves, first, 3, y)).toEqual({ step: 3, y: expect.closeTo(2), text: "2" });
  expect(accuracyReading(recording, first, 3, y)).toMatchObject({ y: 0.9112, text: "91.1\u00a0%" });
  expect(accuracyReading(recording, first, 0, y)).toBeUndefined();
});

it("they are those of the images asked for", () => {
  expect(lossReading(curves, first, 3, y, "test")).toMatchObject({ y: 0.31, text: "0.31" });
  expect(lossReading(curves, first, 0, y, "test")).toBeUndefined();
  expect(accuracyReading(recording, first, 3, y, "train")).toMatchObject({ y: 0.95 });
  expect(accuracyAt(recording, 0, 3, "adversarial")).toBe(0.25);
});

it("between two measurements a marker stands at the last, as its words do", () => {
  const between = createRecording(1, 9, false);
  const at = (step: number, test: number) => blankCheckpoint(step, { test: Float64Array.of(test) });
  between.append({ first: 0, count: 9, runs: 1, loss: new Float64Array(9), checkpoints: [at(0, 0.5), at(8, 0.9)] }); // prettier-ignore
  expect(accuracyReading(between, first, 2, y)).toEqual({ step: 0, y: 0.5, text: "50.0\u00a0%" });
  expect(accuracyReading(between, first, 8, y)).toEqual({ step: 8, y: 0.9, text: "90.0\u00a0%" });
});

it("what was measured long before the cursor says when", () => {
  const lagging = createRecording(1, 400, false);
  const checkpoints = [blankCheckpoint(0), blankCheckpoint(20, { test: Float64Array.of(0.775) })];
  lagging.append({ first: 0, count: 401, runs: 1, loss: new Float64Array(401), checkpoints });
  expect(accuracyReading(lagging, first, 60, y)).toEqual({ step: 20, y: 0.775, text: "77.5\u00a0%" });
  expect(accuracyReading(lagging, first, 61, y)).toEqual({
    ...{ step: 20, y: 0.775 },
    text: "77.5\u00a0% at step 20",
  });
});

it("a diverged run says so from there on, and has no accuracy any more", () => {
  expect(lossReading(curves, second, 1, y)).toMatchObject({ y: expect.closeTo(2), text: "2" });
  expect(lossReading(curves, second, 3, y)).toMatchObject({
    y: -1,
    text: "diverged at step 2",
    isError: true,
  });
  expect(accuracyReading(recording, second, 1, y)).toMatchObject({ y: 0.3 });
  expect(accuracyReading(recording, second, 2, y)).toBeUndefined();
});

it("both charts are told in words", () => {
  const runs = [first, second].map((run) => ({ ...run, label: ["Adam", "SGD"][run.index]! }));
  const readings = (step: number) =>
    [
      runs.map((run) => lossReading(curves, run, step, y)),
      runs.map((run) => accuracyReading(recording, run, step, y)),
    ] as const;
  expect(chartsInWords(runs, 3, ...readings(3))).toBe(
    "charts over the epochs, at step 3. Adam: loss 2, accuracy 91.1\u00a0%; SGD diverged at step 2",
  );
});

it("nor has it a say in the axes", () => {
  const shown = { loss: "both", accuracy: "both" } as const;
  expect(isSameAxes(axesOf(curves, [first, second], shown), axesOf(curves, [first], shown))).toBe(true);
  expect(axesOf(undefined, [first], shown).loss.domain).toEqual([0.35, 2.5]);
});

it("the loss axis makes room for the test images where they are shown", () => {
  const least = (loss: "train" | "test" | "both") =>
    axesOf(curves, [first], { loss, accuracy: "test" }).loss.domain[0];
  expect(least("train")).toBe(0.35);
  expect(least("test")).toBeLessThan(0.31);
  expect(least("both")).toBe(least("test"));
});
