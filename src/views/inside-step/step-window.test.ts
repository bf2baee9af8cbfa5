import { describe, expect, test } from "vitest";
import { extentOf, spanFor, windowFor, windowsFor, type Extent } from "./step-window";
import type { StepShape } from "./step-shape";

const size = { width: 668, height: 402 };
const box = (x: number, y: number, width: number, height: number): Extent => ({
  x: [x - width / 2, x + width / 2],
  y: [y - height / 2, y + height / 2],
});

describe("the scale", () => {
  test("is the first round span that shows every step of both maps", () => {
    expect(spanFor([box(0, 0, 3.6, 0.5)], size)).toBe(5);
    expect(spanFor([box(0, 0, 3.6, 0.5), box(9, 9, 0.1, 0.1)], size)).toBe(5);
    expect(spanFor([box(0, 0, 0.37, 0)], size)).toBe(0.5);
    expect(spanFor([box(0, 0, 0.38, 0)], size)).toBeCloseTo(0.7, 12);
    // A map is lower than it is wide.
    expect(spanFor([box(0, 0, 0.1, 0.36)], size)).toBe(1);
  });

  test("stays while steps shrink, until they are too small to be seen well, and grows at once", () => {
    expect(spanFor([box(0, 0, 1, 0)], size, 5)).toBe(5);
    expect(spanFor([box(0, 0, 0.74, 0)], size, 5)).toBe(1);
    expect(spanFor([box(0, 0, 3.8, 0)], size, 5)).toBe(7);
  });

  test("is not lost where a step is nothing, or beyond all numbers", () => {
    expect(spanFor([box(1, 1, 0, 0)], size)).toBeGreaterThan(0);
    expect(spanFor([], size, 2)).toBe(2);
    expect(spanFor([box(0, 0, 0, 0)], size)).toBe(1);
  });
});

describe("the window", () => {
  test("holds the step, wherever it is, clear of its border", () => {
    for (let i = 0; i < 500; i++) {
      const extent = box(
        7 * Math.sin(i),
        3 * Math.cos(2 * i),
        3.5 * Math.abs(Math.sin(3 * i)),
        2.1 * Math.abs(Math.cos(i)),
      );
      const { x, y } = windowFor(extent, 5, size);
      expect(x[1] - x[0]).toBeCloseTo(5, 12);
      expect((y[1] - y[0]) / (x[1] - x[0])).toBeCloseTo(402 / 668, 12);
      expect(extent.x[0] - x[0]).toBeGreaterThan(0.04 * 5);
      expect(x[1] - extent.x[1]).toBeGreaterThan(0.04 * 5);
      expect(extent.y[0] - y[0]).toBeGreaterThan(0.04 * 3);
      expect(y[1] - extent.y[1]).toBeGreaterThan(0.04 * 3);
    }
  });

  test("holds the step on a map that is far wider than high, and the same one when asked again", () => {
    const wide = { width: 1376, height: 320 };
    for (let i = 0; i < 500; i++) {
      const extent = box(
        7 * Math.sin(i),
        3 * Math.cos(2 * i),
        2 * Math.abs(Math.sin(3 * i)),
        Math.abs(Math.cos(i)),
      );
      const window = windowFor(extent, spanFor([extent], wide), wide);
      expect(extent.y[0]).toBeGreaterThan(window.y[0]);
      expect(extent.y[1]).toBeLessThan(window.y[1]);
      expect(windowFor(extent, window.x[1] - window.x[0], wide, window)).toBe(window);
    }
    const larger = box(0, 0, 20, 20);
    const cut = windowFor(larger, 5, size);
    expect(windowFor(larger, 5, size, cut)).toBe(cut);
  });

  test("stays where it is as long as the step is in it, and is then at one of its places", () => {
    const first = windowFor(box(0, 0, 1, 1), 5, size);
    expect(windowFor(box(1.5, 0.5, 1, 1), 5, size, first)).toBe(first);
    const next = windowFor(box(2.6, 0.5, 1, 1), 5, size, first);
    expect(next).not.toBe(first);
    expect(windowFor(box(2.6, 0.5, 1, 1), 5, size)).toEqual(next);
    expect(windowFor(box(1.5, 0.5, 1, 1), 2, size, first)).not.toBe(first);
  });
});

test("an ellipse that is far longer than the step does not set the scale, and a lost step has that of its place", () => {
  const shape: StepShape = {
    from: [0, 0],
    to: [0.1, 0],
    arrows: [{ kind: "step", by: [0.1, 0] }],
    ellipse: { half: [900, 0.1], radius: 9 },
  };
  expect(extentOf(shape)).toEqual({ x: [-0.8, 0.8], y: [-0.8, 0.8] });
  expect(extentOf({ ...shape, ellipse: { half: [0.3, 0.1], radius: 0.2 } })).toEqual({
    x: [-0.3, 0.3],
    y: [-0.2, 0.2],
  });
  const lost: StepShape = { ...shape, arrows: [{ kind: "step", by: [Infinity, 0] }], ellipse: undefined };
  expect(extentOf({ ...lost, from: [3, 4] })).toEqual({ x: [3, 3], y: [4, 4] });
  expect(extentOf({ ...lost, from: [NaN, 4] })).toBeUndefined();
});

test("a run that is over has a scale of its own: a diverged one would leave nothing of the other to be seen", () => {
  const going = { extent: box(0, 0, 1, 1), isOver: false };
  const diverged = { extent: box(0, 0, 1e6, 1e6), isOver: true };
  const spanOf = ({ x }: { readonly x: readonly [number, number] }) => x[1] - x[0];
  const [first, second] = windowsFor([going, diverged], size, []);
  expect(spanOf(first!)).toBeCloseTo(3, 9);
  expect(spanOf(second!)).toBeGreaterThan(1e6);
  expect(windowsFor([going, { ...diverged, isOver: false }], size, []).map(spanOf)[0]).toBeGreaterThan(1e6);
  expect(windowsFor([going, diverged], size, [first!, second!])).toEqual([first, second]);
});
