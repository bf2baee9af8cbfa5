import { describe, expect, it } from "vitest";
import { boxAbout, overlap } from "../../contour-map/places";
import { drawnPath, inkOf } from "./drawn-path";
import { lossColours } from "./loss-colours";
import { reachedBy } from "./paint-paths";
import { placeNames } from "./place-names";
import { plateFor } from "./plate";

const dots = [
  [0, 0, 0],
  [5, 1, 0.1],
  [10, 2, -3],
].map(([step, x, y]) => ({ step: step!, x: x!, y: y!, loss: 1 }));

describe("the plate", () => {
  it("has one scale on both axes, and up is up", () => {
    const { toPixel, scale } = plateFor(dots, 400, 300);
    const [[x0, y0], [x1, y1]] = [toPixel({ x: 0, y: 0 }), toPixel({ x: 1, y: 1 })];
    expect(x1 - x0).toBeCloseTo(scale);
    expect(y0 - y1).toBeCloseTo(scale);
  });

  it("holds every dot and the start, with room about them", () => {
    const { toPixel } = plateFor(dots.slice(2), 400, 300);
    for (const at of [{ x: 0, y: 0 }, ...dots.slice(2)]) {
      const [x, y] = toPixel(at);
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(380);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(280);
    }
  });

  it("is of use where nothing has moved, and where numbers are lost", () => {
    expect(plateFor([], 400, 300).toPixel({ x: 0, y: 0 })).toEqual([200, 150]);
    expect(plateFor([{ x: NaN, y: Infinity }], 400, 300).toPixel({ x: 0, y: 0 })).toEqual([200, 150]);
  });
});

describe("a drawn path", () => {
  const plate = plateFor(dots, 400, 300);

  it("has a point a step, and dots only where they stand apart", () => {
    const path = drawnPath(2, dots, plate);
    expect(path.points).toHaveLength(3);
    expect(path.dotted).toEqual([1, 2]);
    const close = dots.map((dot) => ({ ...dot, x: dot.x / 1000, y: dot.y / 1000 }));
    expect(drawnPath(2, close, plate).dotted).toEqual([]);
  });

  it("leaves ink that a name cannot lie between", () => {
    const path = drawnPath(2, dots, plate);
    const ink = [path.points[0]!, ...inkOf(path)];
    ink.slice(1).forEach(([x, y], i) => expect(Math.hypot(x - ink[i]![0], y - ink[i]![1])).toBeLessThan(10));
    expect(ink.at(-1)).toEqual(path.points.at(-1));
  });

  it("is reached as far as the last snapshot at or before the cursor", () => {
    const path = drawnPath(2, dots.slice(1), plate);
    expect([0, 4, 5, 9, 10, 99].map((step) => reachedBy(path, step))).toEqual([-1, -1, 0, 0, 1, 1]);
  });
});

describe("colours of true losses", () => {
  const { colourOf, levels } = lossColours(0.24, "rgb(200, 200, 200)", "rgb(0, 0, 0)");

  it("go from the pale one of a network that knows nothing to the deep one of the lowest loss", () => {
    expect(colourOf(2.5)).toBe("rgb(200, 200, 200)");
    expect(colourOf(Infinity)).toBe("rgb(200, 200, 200)");
    expect(colourOf(NaN)).toBe("rgb(200, 200, 200)");
    expect(colourOf(0.2)).toBe("rgb(0, 0, 0)");
  });

  it("have round levels in their key, the lowest below every loss", () => {
    expect(levels).toEqual([2, 1, 0.5, 0.2]);
    expect(lossColours(Infinity, "#fff", "#000").levels).toEqual([2, 1, 0.5]);
  });
});

describe("names of heads", () => {
  const size = { width: 400, height: 300 };

  it("stand to the right of them where nothing is in the way", () => {
    const [[x, y]] = placeNames([{ at: [100, 100], width: 60 }], size) as [[number, number]];
    expect(x).toBeGreaterThan(130);
    expect(y).toBe(100);
  });

  it("lie on no other, though all heads stand on one point, nor beyond the border", () => {
    const named = Array.from({ length: 8 }, () => ({ at: [380, 20] as const, width: 70 }));
    const boxes = placeNames(named, size).map((middle) => boxAbout(middle, 70, 16));
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(0, i)) expect(overlap(box, other, 0)).toBe(false);
      expect(box.x1).toBeLessThan(400);
      expect(box.y0).toBeGreaterThan(0);
    });
  });

  it("make room for what is drawn", () => {
    const ink = Array.from({ length: 10 }, (_, i) => [110 + 8 * i, 100] as const);
    const [place] = placeNames([{ at: [100, 100], width: 60 }], size, ink);
    expect(place![0]).toBeLessThan(100);
  });
});
