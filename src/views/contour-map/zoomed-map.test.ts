import { describe, expect, it } from "vitest";
import { surfaces } from "../../surfaces/index";
import type { Point, Surface } from "../../surfaces/surface";
import { surfaceMapper } from "./surface-map";
import { fit } from "./viewport";
import { zoomed } from "./zoom";

const size = [300, 300] as const;
const factors = [0.2, 2, 8, 100, 1e4];

describe.each(Object.entries<Surface>(surfaces))("%s zoomed", (_, surface) => {
  const mapAt = surfaceMapper(surface, {}, ...size);
  const home = fit(surface, ...size);
  const places: Point[] = [
    [90, 200],
    [150, 150],
  ];

  it.each(factors)("%f times has contours enough to read, and not too many, highest first", (factor) => {
    for (const place of places) {
      const { contours, tint, numerals } = mapAt(zoomed(home, factor, place));
      expect(contours.length).toBeLessThanOrEqual(22);
      // A hole in a plain lies outside most windows.
      if (surface !== surfaces.easom && surface !== surfaces.plateau)
        expect(contours.length).toBeGreaterThanOrEqual(4);
      const levels = contours.map(({ level }) => level);
      expect(levels).toEqual([...new Set(levels)].sort((a, b) => b - a));
      const tints = [tint, ...contours.map((contour) => contour.tint)];
      expect(tints).toEqual([...tints].sort((a, b) => b - a));
      expect(tints.every((share) => share >= 0 && share <= 1)).toBe(true);
      expect(new Set(numerals.map(({ text }) => text)).size).toBe(numerals.length);
    }
  });

  it("twice keeps the levels of the whole map that it shows", () => {
    const levels = mapAt(zoomed(home, 2)).contours.map(({ level }) => level);
    const shown = mapAt()
      .contours.map(({ level }) => level)
      .filter((level) => level < levels[0]! && level > levels.at(-1)!);
    expect(levels).toEqual(expect.arrayContaining(shown));
    expect(shown.length).toBeGreaterThanOrEqual(2);
  });
});

it("its buttons keep their corner, whatever it shows", () => {
  const mapAt = surfaceMapper(surfaces.himmelblau, {}, ...size);
  const home = fit(surfaces.himmelblau, ...size);
  for (const factor of factors) expect(mapAt(zoomed(home, factor)).controls).toEqual(mapAt().controls);
});
