import { describe, expect, it } from "vitest";
import { surfaces } from "../../surfaces/index";
import { fit, isOn, spanOf, toPixel, toPlane } from "./viewport";

const sizes = [
  [944, 264],
  [944, 160],
  [464, 464],
  [1376, 620],
  [360, 104],
] as const;

describe.each(Object.entries(surfaces))("a map of %s", (_, surface) => {
  it.each(sizes)("of %i x %i px has one scale and shows what the surface teaches", (width, height) => {
    const viewport = fit(surface, width, height);
    expect(spanOf(viewport.x) / width).toBeCloseTo(spanOf(viewport.y) / height, 12);
    for (const point of [...surface.minima, ...(surface.saddles ?? []), surface.start])
      expect(isOn(viewport, toPixel(viewport, point)), point.join()).toBe(true);
  });
});

it("the ravine's x-range fills a lane", () => {
  const { x, y } = fit(surfaces.ravine, 944, 264);
  expect(x).toEqual([-10, 10]);
  expect(y[1]).toBeCloseTo(2.797, 3);
});

it("a pixel and its point in the plane are each other's", () => {
  const viewport = fit(surfaces.beale, 464, 300);
  const [x, y] = toPlane(viewport, toPixel(viewport, [1.25, -3]));
  expect([x, y]).toEqual([expect.closeTo(1.25, 12), expect.closeTo(-3, 12)]);
});
