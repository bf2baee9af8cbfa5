import { describe, expect, it } from "vitest";
import { accuracyAxis, lossAxis, partAccuracyAxis, partLossAxis } from "./axes";

describe("the loss axis", () => {
  it("starts around the loss of an untrained classifier", () => {
    expect(lossAxis({ least: Infinity, greatest: -Infinity }).domain).toEqual([0.35, 2.5]);
  });

  it("goes down in steps of 1, 2, 5 with the lowest mean", () => {
    const { domain, ticks } = lossAxis({ least: 0.249, greatest: 2.31 });
    expect(domain[0]).toBeCloseTo(0.14);
    expect(domain[1]).toBe(2.5);
    expect(ticks).toEqual([0.2, 0.5, 1, 2]);
    expect(lossAxis({ least: 0.21, greatest: 2.31 }).domain).toEqual(domain);
  });

  it("keeps to decades where there are many, and does not follow a run that is lost", () => {
    expect(lossAxis({ least: 1.5e-4, greatest: 2.3 }).ticks).toEqual([1e-4, 1e-3, 0.01, 0.1, 1]);
    expect(lossAxis({ least: 0.2, greatest: 4000 }).domain[1]).toBe(10);
    expect(lossAxis({ least: 0, greatest: 2 }).domain[0]).toBeGreaterThan(0);
  });
});

describe("the accuracy axis", () => {
  const axisOf = (...best: number[]) =>
    accuracyAxis([{ test: Float64Array.from(best), train: new Float64Array(best.length) }], [...best.keys()]);

  it("starts at the highest floor that all runs are well above", () => {
    expect(axisOf(0.914, 0.879).domain).toEqual([0.7, 0.95]);
    expect(axisOf(0.914, 0.879).ticks).toEqual([0.7, 0.8, 0.9]);
    expect(axisOf(0.97, 0.96).domain).toEqual([0.9, 1]);
    expect(axisOf(0.914, 0.2).domain).toEqual([0, 1]);
  });

  it("makes room for every set of images that is shown", () => {
    const measured = [{ test: Float64Array.of(0.9), train: Float64Array.of(0.6) }];
    expect(accuracyAxis(measured, [0], ["test"]).domain[0]).toBe(0.7);
    expect(accuracyAxis(measured, [0], ["train", "test"]).domain[0]).toBe(0);
  });

  it("shows all where nothing is measured yet", () => {
    expect(accuracyAxis([], [0, 1]).domain).toEqual([0, 1]);
    expect(accuracyAxis([], []).domain).toEqual([0, 1]);
  });
});

describe("the axes of a part of the training", () => {
  it("are those of the whole where nothing is recorded in it yet", () => {
    expect(partLossAxis({ least: Infinity, greatest: -Infinity }).domain).toEqual([0.35, 2.5]);
    expect(partAccuracyAxis([])).toBeUndefined();
  });

  it("have no line outside of what they show", () => {
    for (const { domain, ticks } of [
      partLossAxis({ least: 1, greatest: 6 }),
      partLossAxis({ least: 0.2, greatest: 0.21 }),
      partAccuracyAxis([0.98])!,
    ]) {
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.filter((tick) => tick < domain[0] || tick > domain[1])).toEqual([]);
    }
  });
});
