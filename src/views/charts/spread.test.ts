import { describe, expect, it } from "vitest";
import { spread } from "./spread";

it("labels with room stay where they want to be", () => {
  expect(spread([10, 80, 40], 15, 0, 100)).toEqual([10, 80, 40]);
});

it("labels that touch part evenly to both sides", () => {
  expect(spread([50, 50], 15, 0, 100)).toEqual([42.5, 57.5]);
  expect(spread([52, 50], 15, 0, 100)).toEqual([58.5, 43.5]);
});

it("a pushed label pushes the next", () => {
  expect(spread([50, 50, 60], 15, 0, 100)).toEqual(
    [115 / 3, 115 / 3 + 15, 115 / 3 + 30].map((y) => expect.closeTo(y)),
  );
});

describe.each([[[0, 0, 0]], [[100, 100, 99, 3]], [[-50, 20, 21, 22, 23, 400]], [[5]], [[]]])(
  "%j",
  (wanted) => {
    const heights = spread(wanted, 15, 0, 100);

    it("keep their distance, their order and within the plot", () => {
      const order = [...wanted.keys()].sort((a, b) => wanted[a]! - wanted[b]!);
      order.forEach((i, k) => {
        expect(heights[i]).toBeGreaterThanOrEqual(-1e-9);
        expect(heights[i]).toBeLessThanOrEqual(100 + 1e-9);
        if (k > 0) expect(heights[i]! - heights[order[k - 1]!]!).toBeGreaterThanOrEqual(15 - 1e-9);
      });
    });
  },
);
