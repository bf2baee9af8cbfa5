import { describe, expect, it } from "vitest";
import { linearAxis, logarithmicAxis } from "./domain";

describe("a logarithmic axis", () => {
  it("ends at half decades around its values, with lines at decades", () => {
    const { domain, ticks } = logarithmicAxis([140, 3, 2e-4], 5)!;
    expect(domain.map((end) => 2 * Math.log10(end)).map(Math.round)).toEqual([-8, 5]);
    expect(ticks).toEqual([1e-4, 0.01, 1, 100]);
  });

  it("rests while its values change a little", () => {
    expect(logarithmicAxis([100, 0.012], 4)).toEqual(logarithmicAxis([110, 0.013], 4));
  });

  it("has two lines at least, and no more than asked for", () => {
    for (const values of [[0.015], [4, 24], [1e-12, 1e6], [1e-300, 1], [0.9, 1.1]]) {
      for (const most of [3, 4, 5]) {
        const { ticks, domain } = logarithmicAxis(values, most)!;
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(most);
        for (const tick of ticks) expect(tick >= domain[0] * 0.999 && tick <= domain[1] * 1.001).toBe(true);
      }
    }
  });

  it("spans sixteen decades at most, and leaves out zeros, infinities and NaN", () => {
    const { domain } = logarithmicAxis([100, 0, 1e-40, Infinity, NaN], 5)!;
    expect(Math.log10(domain[1] / domain[0])).toBeCloseTo(16);
  });

  it("does not exist for negative values, or for none", () => {
    expect(logarithmicAxis([1, -1], 4)).toBeUndefined();
    expect(logarithmicAxis([], 4)).toBeUndefined();
    expect(logarithmicAxis([0, NaN], 4)).toBeUndefined();
  });
});

describe("a linear axis", () => {
  it("holds its values between round ends", () => {
    const { domain, ticks } = linearAxis([-0.97, 2.3, NaN, Infinity], 4);
    expect(domain).toEqual([-1, 3]);
    expect(ticks).toEqual([-1, 0, 1, 2, 3]);
  });

  it("starts at zero where the values come near it", () => {
    expect(linearAxis([1, 140], 5).domain[0]).toBe(0);
    expect(linearAxis([90, 100], 5).domain[0]).toBe(90);
  });

  it("is of some length for one value, and has no lines for none", () => {
    expect(linearAxis([3, 3], 4).domain).toEqual([0, 6]);
    expect(linearAxis([0], 4).domain).toEqual([0, 1]);
    expect(linearAxis([], 4)).toEqual({ isLogarithmic: false, domain: [0, 1], ticks: [] });
  });
});
