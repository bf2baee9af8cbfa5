import { describe, expect, it } from "vitest";
import { compile } from "../../engine/compile";
import { executeSurface } from "../../engine/backends/cpu/surface";
import { createRecording } from "../../experiment/recording";
import { surfaceSpec } from "../../experiment/usual-spec";
import { type RunSpec, type SurfaceSpec } from "../../experiment/spec";
import { optimizers } from "../../optimizers/index";
import { differs, effectiveRates } from "./effective-rate";

describe("on the ravine", () => {
  it("momentum's rate is lr in both coordinates, whatever is remembered", () => {
    const [x, y] = ratesOf({ optimizer: "momentum", hyperparameters: { lr: 0.015 } });
    for (const rate of [...x.values, ...y.values]) expect(rate).toBeCloseTo(0.015, 10);
    expect(differs(x, y)).toBe(false);
  });

  it("RMSprop's is lr over the root of its mean square, coordinate by coordinate", () => {
    const { rates, recording } = measured({ optimizer: "rmsprop", hyperparameters: { lr: 0.05, rho: 0.99 } });
    for (const axis of [0, 1] as const) {
      let s = 0;
      rates[axis].values.forEach((rate, i) => {
        s = 0.99 * s + 0.01 * recording.gradientAt(0, i)[axis] ** 2;
        expect(rate / (0.05 / (Math.sqrt(s) + 1e-8))).toBeCloseTo(1, 8);
      });
    }
    expect(differs(...rates)).toBe(true);
  });

  it("plain gradient descent's is exactly its step over its gradient", () => {
    const { rates, recording } = measured({ optimizer: "sgd", hyperparameters: { lr: 0.03 } });
    const step = recording.positionAt(0, 5)[0] - recording.positionAt(0, 4)[0];
    expect(rates[0].values[4]).toBeCloseTo(-step / recording.gradientAt(0, 4)[0], 12);
  });
});

it.each(Object.keys(optimizers))(
  "%s has a positive rate at the first step, and none below zero",
  (optimizer) => {
    for (const { first, values } of ratesOf({ optimizer, hyperparameters: {} })) {
      expect(first).toBe(1);
      expect(values[0]).toBeGreaterThan(0);
      // Where a sign decides, reversing the gradient may change nothing: then there is no rate.
      expect(values.every((rate) => rate > 0 || Number.isNaN(rate))).toBe(true);
    }
  },
);

it("a schedule and clipping are in the rate", () => {
  const [x] = ratesOf({
    optimizer: "sgd",
    hyperparameters: { lr: 0.01 },
    schedule: { id: "inverse-sqrt", parameters: {} },
  });
  expect(x.values[24]).toBeCloseTo(0.01 / 5, 12);
  const clipped = measured({ optimizer: "sgd", hyperparameters: { lr: 0.01, clip: 0.5 } });
  const slope = Math.abs(clipped.recording.gradientAt(0, 0)[0]);
  expect(clipped.rates[0].values[0]).toBeCloseTo((0.01 * 0.5) / slope, 12);
});

it("a long run's rates are those of the same steps of a short one, told at every fourth", () => {
  const given = { optimizer: "adam", hyperparameters: { lr: 0.05 } };
  const [short] = ratesOf(given, { steps: 900 });
  const [long] = ratesOf(given, { steps: 4000 });
  expect(long.values).toHaveLength(4000);
  short.values.forEach((_, i) => expect(long.values[i]).toBe(short.values[i - (i % 4)]));
});

it("where the gradient is about zero there is no rate", () => {
  const [x, y] = ratesOf({ optimizer: "momentum", hyperparameters: {} }, { start: [-9, 0] });
  expect(x.values.some(Number.isNaN)).toBe(false);
  expect(y.values.every(Number.isNaN)).toBe(true);
  expect(differs(x, y)).toBe(false);
});

type Given = Pick<RunSpec, "optimizer" | "hyperparameters" | "schedule">;

function measured(given: Given, change: Partial<SurfaceSpec> = {}) {
  const run: RunSpec = { ...given, convention: "pytorch", number: 1 };
  const spec = { ...surfaceSpec("ravine"), steps: 30, ...change, runs: [run] };
  const recording = createRecording(1, spec.steps, true);
  const experiment = compile(spec);
  if (experiment.kind === "surface") recording.append(executeSurface(experiment).walk(spec.steps + 1));
  return { rates: effectiveRates(recording, 0, spec), recording };
}

function ratesOf(given: Given, change?: Partial<SurfaceSpec>) {
  return measured(given, change).rates;
}
