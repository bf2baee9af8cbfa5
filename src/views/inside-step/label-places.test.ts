import { expect, test } from "vitest";
import { boxAbout, clearance, overlap } from "../contour-map/places";
import { labelPlaces, type WantedLabel } from "./label-places";

const none = { firm: [], faint: [] };
const size = { width: 400, height: 300 };
const label = (x: number, y: number, angle = 0): WantedLabel => ({
  width: 90,
  height: 18,
  beside: [{ at: [x, y], angle, gap: 6 }],
});

test("a label stands where it is best read, if nothing is there", () => {
  expect(labelPlaces([label(200, 150)], none, size)).toEqual([[251, 150]]);
  const [above] = labelPlaces([label(200, 150, -Math.PI / 2)], none, size);
  expect(above![0]).toBeCloseTo(200, 9);
  expect(above![1]).toBeCloseTo(135, 9);
});

test("it gives way to lines, to the border and to labels before it", () => {
  const line = Array.from({ length: 40 }, (_, i) => [206 + 4 * i, 150] as const);
  const [aside] = labelPlaces([label(200, 150)], { firm: line, faint: [] }, size);
  expect(clearance(boxAbout(aside!, 90, 18), line)).toBeGreaterThan(4);
  expect(labelPlaces([label(390, 150)], none, size)[0]![0]).toBeLessThan(355);
  const places = labelPlaces([label(200, 150), label(202, 152), label(198, 148)], none, size);
  places.forEach((at, i) => {
    for (const other of places.slice(i + 1))
      expect(overlap(boxAbout(at!, 90, 18), boxAbout(other!, 90, 18), 0)).toBe(false);
  });
});

test("one that finds no room is left out, and takes none", () => {
  expect(labelPlaces([{ ...label(200, 150), width: 500 }, label(200, 150)], none, size)).toEqual([
    undefined,
    [251, 150],
  ]);
});

test("it may lie on a faint line where there is no better place, and never on a firm one", () => {
  const everywhere = Array.from(
    { length: 101 * 76 },
    (_, i) => [4 * (i % 101), 4 * Math.floor(i / 101)] as const,
  );
  expect(labelPlaces([label(200, 150)], { firm: [], faint: everywhere }, size)).not.toEqual([undefined]);
  expect(labelPlaces([label(200, 150)], { firm: everywhere, faint: [] }, size)).toEqual([undefined]);
});
