import { describe, expect, it } from "vitest";
import { imageSide, paintWeights, stripWidth, weightScale } from "./weights";

const size = imageSide * imageSide;
const colours = { negative: [0, 0, 255], zero: [255, 255, 255], positive: [255, 0, 0] } as const;

describe("weight images", () => {
  it("are paper at zero, and full at the scale, against and for", () => {
    const weights = new Float32Array(2 * size);
    weights.set([1, -1, 5, 0.5], size);
    const pixels = paintWeights(weights, 2, 1, colours);
    const at = (x: number, y: number) => [
      ...pixels.subarray(4 * (y * stripWidth(2) + x), 4 * (y * stripWidth(2) + x) + 4),
    ];
    expect(at(0, 0)).toEqual([255, 255, 255, 255]);
    expect(at(imageSide, 0)).toEqual([0, 0, 0, 0]);
    expect([0, 1, 2].map((x) => at(imageSide + 1 + x, 0))).toEqual(
      [[255, 0, 0, 255], [0, 0, 255, 255], [255, 0, 0, 255]], // prettier-ignore
    );
    expect(at(imageSide + 4, 0)[1]).toBeGreaterThan(0);
    expect(at(imageSide + 4, 0)[1]).toBeLessThan(128);
  });
});

describe("the colours' scale", () => {
  it("lies between the runs' own scales, and one pixel does not set it", () => {
    const weights = new Float32Array(2 * size).map((_, i) => (i < size ? 0.1 : 0.4));
    weights[0] = 1000;
    expect(weightScale(weights, [0, 1], size)).toBeCloseTo(0.2);
    expect(weightScale(weights, [0], size)).toBeCloseTo(0.1);
  });

  it("is of use for a network that diverged, or has no weights yet", () => {
    expect(weightScale(new Float32Array(size).fill(NaN), [0], size)).toBe(1);
    expect(weightScale(new Float32Array(size), [0], size)).toBe(1);
    const weights = new Float32Array(2 * size).map((_, i) => (i < size ? NaN : 0.4));
    expect(weightScale(weights, [0, 1], size)).toBeCloseTo(0.4);
  });
});
