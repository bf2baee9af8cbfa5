import { ticks } from "d3";
import type { Point } from "../../surfaces/surface";
import { boxAbout, fitsOn, overlap, widthOf, type Box } from "../contour-map/places";
import type { Viewport } from "../contour-map/viewport";
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

/** Pixels from the edge to the middle of a number, and of a name, which may move a little nearer. */
const numberRoom = 15;
const nameRooms = [34, 29, 24];
/** Where along its axis a name may stand, best first. */
const nameShares = [0.5, 0.38, 0.62, 0.25, 0.75, 0.12, 0.88];
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
  const picture = { ...viewport, width: sight.width, height: sight.height };
  const taken: Box[] = [];
  return marks.map(({ axis, text, value }) => {
    const [from, to] = viewport[axis];
    const tries =
      value === undefined
        ? nameRooms.flatMap((room) => nameShares.map((share) => ({ room, share })))
        : [{ room: numberRoom, share: (value - from) / (to - from) }];
    for (const { room, share } of tries) {
      const place = outside(axis, share, room, viewport, sight);
      const box = boxAbout(place.at, widthOf(text, size), size + 1);
      if (!fitsOn(picture, box, 1) || taken.some((other) => overlap(box, other, 3))) continue;
      taken.push(box);
      return place;
    }
    return undefined;
  });
}

/** A place so far outside the floor, at a share of the edge along an axis; straight away from the floor, as it is seen. */
function outside(axis: "x" | "y", share: number, room: number, viewport: Viewport, sight: Sight) {
  const [wide, deep] = extentOf(viewport);
  const [eyeX, eyeY] = sight.eye;
  const [edgeX, edgeY] = [(Math.sign(eyeX) || 1) * (wide / 2), (Math.sign(eyeY) || -1) * (deep / 2)];
  const placeAt = (part: number): Place =>
    axis === "x"
      ? [(share - 0.5) * wide, edgeY * part, floorZ]
      : [edgeX * part, (share - 0.5) * deep, floorZ];
  const [edge, inner] = [sight.toScreen(placeAt(1)), sight.toScreen(placeAt(0.9))];
  const away = Math.hypot(edge[0] - inner[0], edge[1] - inner[1]) || 1;
  const at: Point = [
    edge[0] + ((edge[0] - inner[0]) / away) * room,
    edge[1] + ((edge[1] - inner[1]) / away) * room,
  ];
  return { at, edge };
}
