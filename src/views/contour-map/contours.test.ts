import { describe, expect, it } from "vitest";
import { surfaces } from "../../surfaces/index";
import type { Point, Surface } from "../../surfaces/surface";
import { contoursOf } from "./contours";
import { valueFunctionOf } from "./value-function";
import { fit, toPixel, toPlane } from "./viewport";

const sizes = [
  [944, 264],
  [464, 464],
  [1376, 620],
  [360, 104],
] as const;

describe.each(Object.entries(surfaces))("contours of %s", (_, surface) => {
  it.each(sizes)("on %i x %i px are about fifteen, each tinted by its height", (width, height) => {
    const { contours, tint } = mapOf(surface, width, height);
    expect(contours.length).toBeGreaterThanOrEqual(9);
    expect(contours.length).toBeLessThanOrEqual(18);
    const levels = contours.map(({ level }) => level);
    const tints = [tint, ...contours.map((contour) => contour.tint)];
    expect(levels).toEqual([...new Set(levels)].sort((a, b) => b - a));
    expect(tints).toEqual([...tints].sort((a, b) => b - a));
    expect(tint).toBeLessThanOrEqual(1);
    expect(contours.at(-1)!.tint).toBeLessThan(0.1);
  });

  it("lie between the minimum and the highest point in the window", () => {
    const { contours, valueAt, viewport, lowest } = mapOf(surface, 464, 464);
    const highest = Math.max(...cornersOf(464, 464).map((at) => valueAt(...toPlane(viewport, at))));
    expect(contours.at(-1)!.level).toBeGreaterThan(lowest);
    // No surface here is higher inside a window than at its corners by so much.
    expect(contours[0]!.level).toBeLessThan(2 * highest);
  });

  it("run where the surface has their level", () => {
    const { contours, valueAt, viewport, lowest } = mapOf(surface, 464, 464);
    const middle = contours[Math.floor(contours.length / 3)]!;
    for (const ring of ringsOf(middle.path))
      for (const at of ring.filter(([x, y]) => x > 0 && y > 0 && x < 464 && y < 464))
        // A cell of 4 px, interpolated linearly; a ripple of Levy 13 is but four cells long.
        expect(
          Math.abs(Math.sqrt((valueAt(...toPlane(viewport, at)) - lowest) / (middle.level - lowest)) - 1),
        ).toBeLessThan(0.07);
  });
});

describe("the ravine's contours", () => {
  const { contours, viewport } = mapOf(surfaces.ravine, 944, 264);

  it("close around the minimum, one ring each, until they leave the window", () => {
    const minimum = toPixel(viewport, [0, 0]);
    const closed = contours.filter(({ level }) => level < 40);
    expect(closed.length).toBeGreaterThan(6);
    for (const { path } of closed) {
      const rings = ringsOf(path);
      expect(rings).toHaveLength(1);
      expect(isInside(minimum, rings[0]!)).toBe(true);
    }
  });

  it("are bold at powers of ten, and only there", () => {
    expect(contours.filter(({ isBold }) => isBold).map(({ level }) => level)).toEqual([100, 10, 1]);
  });
});

it("a surface whose minima lie below zero has contours below zero, and one through its saddle", () => {
  const levels = mapOf(surfaces.saddle, 464, 464).contours.map(({ level }) => level);
  expect(levels).toContain(0);
  expect(levels.filter((level) => level < 0).length).toBeGreaterThan(4);
  expect(Math.min(...levels)).toBeGreaterThan(-1);
});

it("a plain around a hole is left blank, however uneven", () => {
  const levels = mapOf(surfaces.easom, 464, 464).contours.map(({ level }) => level);
  expect(levels[0]).toBe(-0.1);
});

it.each([
  ["a plane", (x: number, y: number) => x + y],
  ["a ridge", (x: number) => -x * x],
  ["a pole", (x: number) => 1 / x],
  ["a pit far above the border", (x: number, y: number) => x ** 3 - 3 * x + y * y, -2],
] as const)("%s has its contours spread over the map", (_, valueAt, minimum?: number) => {
  const viewport = fit(surfaces.himmelblau, 300, 300);
  const levels = contoursOf(valueAt, viewport, minimum).contours.map(({ level }) => level);
  expect(levels.length).toBeGreaterThan(8);
  const values = Array.from({ length: 900 }, (_, k) =>
    valueAt(...toPlane(viewport, [10 * (k % 30) + 5, 10 * Math.floor(k / 30) + 5])),
  );
  const bounds = [Infinity, ...levels, -Infinity];
  const shares = bounds
    .slice(1)
    .map((level, i) => values.filter((value) => value > level && value <= bounds[i]!).length / 900);
  expect(Math.max(...shares)).toBeLessThan(0.16);
});

it("a flat surface, and one without numbers, have none", () => {
  const viewport = fit(surfaces.ravine, 400, 160);
  expect(contoursOf(() => 3, viewport).contours).toEqual([]);
  expect(contoursOf(() => NaN, viewport).contours).toEqual([]);
});

it("poles and gaps leave the rest of the map standing", () => {
  const viewport = fit(surfaces.himmelblau, 300, 300);
  const { contours } = contoursOf((x, y) => 1 / Math.abs(x) + Math.sqrt(y), viewport);
  expect(contours.length).toBeGreaterThan(5);
  expect(contours.every(({ path, tint }) => !path.includes("NaN") && Number.isFinite(tint))).toBe(true);
});

it("a changed parameter changes the surface", () => {
  const valueAt = valueFunctionOf(surfaces.ravine, { kappa: 2 });
  expect(valueAt(1, 1)).toBeCloseTo(1.5, 12);
  expect(valueFunctionOf(surfaces.ravine, { rotate: 90 })(1, 0)).toBeCloseTo(25, 10);
});

function mapOf(surface: Surface, width: number, height: number) {
  const viewport = fit(surface, width, height);
  const valueAt = valueFunctionOf(surface, {});
  const lowest = Math.min(...surface.minima.map(([x, y]) => valueAt(x, y)));
  return { ...contoursOf(valueAt, viewport, lowest), viewport, valueAt, lowest };
}

function cornersOf(width: number, height: number): Point[] {
  return [0, width].flatMap((x) => [0, height].map((y): Point => [x, y]));
}

/** The rings of an SVG path of straight lines. */
function ringsOf(path: string): Point[][] {
  return path
    .split("Z")
    .filter(Boolean)
    .map((ring) =>
      ring
        .slice(1)
        .split("L")
        .map((at) => at.split(",").map(Number) as unknown as Point),
    );
}

function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  ring.forEach(([x1, y1], i) => {
    const [x0, y0] = ring.at(i - 1)!;
    if (y0 > y !== y1 > y && x < x0 + ((x1 - x0) * (y - y0)) / (y1 - y0)) inside = !inside;
  });
  return inside;
}
