import { expect, test } from "vitest";
import { surfaces } from "../../surfaces/index";
import { surfaceMapOf } from "../contour-map/surface-map";
import { stepMapper } from "./step-map";

const size = { width: 668, height: 402 };

test("a loss is drawn where the whole map draws it, and in its tint", () => {
  const whole = surfaceMapOf(surfaces.ravine, {}, size.width, size.height);
  const { contours } = stepMapper(surfaces.ravine, {}, size)({ x: [-9, 3], y: [-3.5, 3.7], ...size });
  expect(contours.length).toBeGreaterThan(7);
  for (const { level, tint } of contours)
    expect(whole.contours.find((other) => other.level === level)?.tint).toBe(tint);
});

test("a window so small that the whole map's contours pass it by has contours all the same", () => {
  for (const [id, surface] of Object.entries(surfaces)) {
    const [x, y] = surface.start;
    const map = stepMapper(surface, {}, size)({ x: [x, x + 1e-3], y: [y, y + 6e-4], ...size });
    expect(map.contours.length, id).toBeGreaterThan(2);
  }
});

test("the same window is drawn once", () => {
  const mapOf = stepMapper(surfaces.beale, {}, size);
  const window = { x: [0, 1], y: [0, 0.6], ...size } as const;
  expect(mapOf(window)).toBe(mapOf(window));
});
