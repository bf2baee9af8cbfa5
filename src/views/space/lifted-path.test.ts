import { expect, it } from "vitest";
import { createRecording } from "../../experiment/recording";
import { surfaces } from "../../surfaces";
import type { Point } from "../../surfaces/surface";
import { traceOf } from "../contour-map/trace";
import { isOn, toPixel } from "../contour-map/viewport";
import { sightOf } from "./camera";
import { heightAt, heightFieldOf } from "./height-field";
import { isHidden } from "./hidden";
import { lift } from "./lifted-path";
import { home } from "./orbit";
import { seenFrom } from "./seen-path";
import { toWindow, toWorld, type Place } from "./world";

const field = heightFieldOf(surfaces.ravine!, {});
const { viewport } = field;

it("every iterate lies on the surface at its step's point", () => {
  const points: Point[] = [[-9, 2], [-4, -2], [0, 0.5], [3, 0]]; // prettier-ignore
  const { places, pointOf } = liftedThrough(points);
  points.forEach((point, step) => {
    const pixel = toPixel(viewport, point);
    toWorld(viewport, pixel, heightAt(field, pixel)).forEach((part, i) =>
      expect(places[3 * pointOf[step]! + i]).toBeCloseTo(part, 5),
    );
  });
});

it("between two rims of the ravine a path follows the ground down and up again", () => {
  const { places, pointOf } = liftedThrough([[0, 3], [0, -3]]); // prettier-ignore
  const heights = Array.from({ length: pointOf[1]! + 1 }, (_, k) => places[3 * k + 2]!);
  expect(Math.min(...heights)).toBeLessThan(heights[0]! / 3);
  expect(heights.length).toBeGreaterThan(20);
  for (let k = 0; k < heights.length; k++) {
    const place = [...places.subarray(3 * k, 3 * k + 3)] as unknown as Place;
    expect(place[2]).toBeCloseTo(toWorld(viewport, [0, 0], heightAt(field, toWindow(viewport, place)))[2], 4);
  }
});

it("a run that leaves ends at the border, and nothing of it is drawn outside", () => {
  const { places } = liftedThrough([[0, 0], [40, 3]]); // prettier-ignore
  const drawn = Array.from({ length: places.length / 3 }, (_, k) =>
    toWindow(viewport, [...places.subarray(3 * k, 3 * k + 3)] as unknown as Place),
  ).filter(([x]) => !Number.isNaN(x));
  for (const [x, y] of drawn) expect(isOn(viewport, [x - 0.01, y])).toBe(true);
  expect(Math.max(...drawn.map(([x]) => x))).toBeGreaterThan(viewport.width - 0.5);
});

it("a very long path keeps to a number of points that can be drawn", () => {
  const points = Array.from({ length: 2001 }, (_, k): Point => [-9 + k * 0.004, k % 2 ? 3.5 : -3.5]);
  const { places } = liftedThrough(points);
  expect(places.length / 3).toBeLessThan(16_000);
});

it("what lies behind a wall is hidden, what lies before it is not, and from above nothing is", () => {
  const pixel = toPixel(viewport, [0, 0]);
  const floor = toWorld(viewport, pixel, heightAt(field, pixel));
  expect(isHidden(field, floor, [0, -3, 0.3])).toBe(true);
  expect(isHidden(field, floor, [0, 0.1, 3])).toBe(false);
  const rim = toPixel(viewport, [0, -3]);
  expect(isHidden(field, toWorld(viewport, rim, heightAt(field, rim)), [0, -3, 1.5])).toBe(false);
});

it("as seen, dots keep apart and lengths grow along the path", () => {
  const points = Array.from({ length: 60 }, (_, k): Point => [-9 + k * 0.1, 2]);
  const { pixels, lengths, dots, pointOf } = seenFrom(
    liftedThrough(points),
    field,
    sightOf(home, viewport, 900, 500),
  );
  const at = (step: number) => pixels.subarray(2 * pointOf[step]!, 2 * pointOf[step]! + 2);
  dots.slice(1).forEach((dot, i) => {
    const [a, b] = [at(dots[i]!), at(dot)];
    expect(Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)).toBeGreaterThanOrEqual(6.99);
  });
  expect(dots.length).toBeGreaterThan(10);
  for (let k = 1; k < pixels.length / 2; k++) expect(lengths[k]!).toBeGreaterThanOrEqual(lengths[k - 1]!);
});

/** The path of a run through those points, on the ravine. */
function liftedThrough(points: readonly Point[]) {
  const recording = createRecording(1, points.length - 1, true);
  recording.append({
    ...{ first: 0, count: points.length, runs: 1, checkpoints: [] },
    loss: new Float64Array(points.length),
    theta: Float64Array.from(points.flat()),
  });
  return lift(traceOf(recording, 0, viewport), field);
}
