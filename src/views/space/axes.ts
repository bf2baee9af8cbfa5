import { ticks } from "d3";
import type { Point } from "../../surfaces/surface";
import { boxAbout, fitsOn, overlap, widthOf, type Box } from "../contour-map/places";
import { toPixel, type Viewport } from "../contour-map/viewport";
import { formatTick } from "../number-format/number-format";
import type { Sight } from "./camera";
import { extentOf, floorZ, type Place } from "./world";

/** A number or a name at the floor's edge. */
export type AxisMark = {
  readonly axis: "x" | "y";
  readonly text: string;
  readonly value: number | undefined;
};
/** Where it is written, and the tick from the edge towards it; undefined where there is no room. */
export type AxisPlace = { readonly at: Point; readonly edge: Point } | undefined;

/** Pixels from the edge to the middle of a number, and of a name. */
const [numberRoom, nameRoom] = [15, 34];
const size = 11.5;

/** What is written along both axes: the names, and round numbers. */
export function axisMarks({ x, y }: Viewport): AxisMark[] {
  const marks = (axis: "x" | "y", [from, to]: readonly [number, number]) => [
    { axis, text: axis, value: undefined },
    ...ticks(from, to, 5).map((value) => ({ axis, text: formatTick(value), value })),
  ];
  return [...marks("x", x), ...marks("y", y)];
}

/** Places the marks along the two edges of the floor that are nearest to the eye; none lies on another. */
export function axisPlaces(marks: readonly AxisMark[], viewport: Viewport, sight: Sight): AxisPlace[] {
  const [wide, deep] = extentOf(viewport);
  const [eyeX, eyeY] = sight.eye;
  const [edgeX, edgeY] = [(Math.sign(eyeX) || 1) * (wide / 2), (Math.sign(eyeY) || -1) * (deep / 2)];
  const taken: Box[] = [];
  const picture = { ...viewport, width: sight.width, height: sight.height };
  return marks.map(({ axis, text, value }) => {
    const [px, py] = toPixel(viewport, [value ?? NaN, value ?? NaN]);
    const along: Place =
      axis === "x"
        ? [value === undefined ? 0 : (px / viewport.width - 0.5) * wide, edgeY, floorZ]
        : [edgeX, value === undefined ? 0 : (0.5 - py / viewport.height) * deep, floorZ];
    const inwards: Place = axis === "x" ? [along[0], edgeY * 0.9, floorZ] : [edgeX * 0.9, along[1], floorZ];
    const [edge, inner] = [sight.toScreen(along), sight.toScreen(inwards)];
    const away = Math.hypot(edge[0] - inner[0], edge[1] - inner[1]) || 1;
    const room = value === undefined ? nameRoom : numberRoom;
    const at: Point = [
      edge[0] + ((edge[0] - inner[0]) / away) * room,
      edge[1] + ((edge[1] - inner[1]) / away) * room,
    ];
    const box = boxAbout(at, widthOf(text, size), size + 1);
    if (!fitsOn(picture, box, 1) || taken.some((other) => overlap(box, other, 3))) return undefined;
    taken.push(box);
    return { at, edge };
  });
}
