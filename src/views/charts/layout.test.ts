import { describe, expect, it } from "vitest";
import { columnsOf, layout, leastFigureHeight } from "./layout";

it("a rail is one column with the loss tallest and the axis at its foot", () => {
  const plots = layout(392, 684, 4, 76);
  expect(new Set(plots.map(({ left, width }) => `${left} ${width}`))).toEqual(new Set(["40 276"]));
  expect(plots[0]!.height).toBeGreaterThan(2 * plots[1]!.height);
  expect(plots.map(({ isLast }) => isLast)).toEqual([false, false, false, true]);
});

it("a wide figure has two columns of two, each with its axis", () => {
  const plots = layout(756, 290, 4, 76);
  expect(columnsOf(756, 4)).toBe(2);
  expect(plots.map(({ columnLeft }) => columnLeft)).toEqual([0, 0, 396, 396]);
  expect(plots.map(({ isLast }) => isLast)).toEqual([false, true, false, true]);
});

describe.each([
  [392, 684, 4],
  [756, 290, 4],
  [328, 100, 4],
  [392, 490, 5],
  [756, 290, 5],
  [756, 400, 3],
  [220, 200, 1],
])("%i x %i with %i panels", (width, height, panels) => {
  it("overlaps nowhere and fills the height, or the least there must be", () => {
    const figure = Math.max(height, leastFigureHeight(panels, columnsOf(width, panels)));
    const plots = layout(width, height, panels, 76);
    for (const [i, plot] of plots.entries()) {
      const before = plots[i - 1];
      if (before && before.columnLeft === plot.columnLeft)
        expect(plot.top).toBeGreaterThanOrEqual(before.top + before.height + 39);
      if (plot.isLast) expect(Math.abs(plot.top + plot.height + 30 - figure)).toBeLessThanOrEqual(1);
      expect(plot.left + plot.width + 76).toBeLessThanOrEqual(width + 1);
    }
  });
});
