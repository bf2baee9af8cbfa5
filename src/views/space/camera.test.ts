import { Vector3 } from "three";
import { expect, it } from "vitest";
import { boxAbout, overlap, widthOf } from "../contour-map/places";
import { axisMarks, axisPlaces } from "./axes";
import { sightOf } from "./camera";
import { home, turned } from "./orbit";
import { extentOf, floorZ, tallestOf, type Place } from "./world";

const viewport = { x: [-10, 10], y: [-5, 5], width: 960, height: 480 } as const;
const sizes = [
  [944, 560],
  [360, 330],
  [640, 240],
] as const;
const orbits = Array.from({ length: 24 }, (_, k) => turned(home, k * 0.7, 0.4 * Math.sin(k)));

it("from everywhere, the whole surface and its floor are in the picture, and fill it in one direction", () => {
  for (const [width, height] of sizes)
    for (const orbit of orbits) {
      const { toScreen } = sightOf(orbit, viewport, width, height);
      const seen = corners().map(toScreen);
      for (const [x, y] of seen) {
        expect(x).toBeGreaterThanOrEqual(20);
        expect(x).toBeLessThanOrEqual(width - 20);
        expect(y).toBeGreaterThanOrEqual(20);
        expect(y).toBeLessThanOrEqual(height - 20);
      }
      const spans = [0, 1].map(
        (axis) => Math.max(...seen.map((at) => at[axis]!)) - Math.min(...seen.map((at) => at[axis]!)),
      );
      expect(Math.max(spans[0]! / width, spans[1]! / height)).toBeGreaterThan(0.6);
    }
});

it("words are put where the graphics card draws what they name", () => {
  const { camera, toScreen } = sightOf(orbits[3]!, viewport, 800, 500);
  for (const corner of corners()) {
    const { x, y } = new Vector3(...corner).project(camera);
    const [px, py] = toScreen(corner);
    expect(px).toBeCloseTo((0.5 + x / 2) * 800, 6);
    expect(py).toBeCloseTo((0.5 - y / 2) * 500, 6);
  }
});

it("axes are named and numbered on the picture, no word on another", () => {
  const marks = axisMarks(viewport);
  for (const [width, height] of sizes)
    for (const orbit of orbits) {
      const places = axisPlaces(marks, viewport, sightOf(orbit, viewport, width, height));
      const boxes = places.flatMap((place, i) =>
        place ? [boxAbout(place.at, widthOf(marks[i]!.text, 11.5), 12)] : [],
      );
      for (const axis of ["x", "y"]) {
        expect(places[marks.findIndex(({ text }) => text === axis)]).toBeDefined();
        expect(places.filter((place, i) => place && marks[i]!.axis === axis).length).toBeGreaterThan(2);
      }
      boxes.forEach((box, i) => {
        expect(Math.min(box.x0, width - box.x1, box.y0, height - box.y1)).toBeGreaterThanOrEqual(0);
        expect(boxes.slice(i + 1).some((other) => overlap(box, other, 0))).toBe(false);
      });
    }
});

function corners(): Place[] {
  const [wide, deep] = extentOf(viewport);
  return [-0.5, 0.5].flatMap((x) =>
    [-0.5, 0.5].flatMap((y) => [floorZ, tallestOf(viewport)].map((z): Place => [x * wide, y * deep, z])),
  );
}
