import { PerspectiveCamera, Vector3 } from "three";
import type { Point } from "../../surfaces/surface";
import type { Viewport } from "../contour-map/viewport";
import type { Orbit } from "./orbit";
import { extentOf, floorZ, tallestOf, type Place } from "./world";

/** What is seen from where, at a size in pixels: all that drawing over the picture needs. */
export type Sight = {
  readonly camera: PerspectiveCamera;
  readonly eye: Place;
  readonly width: number;
  readonly height: number;
  /** Where a place is seen, in pixels. */
  readonly toScreen: (place: Place) => Point;
};

/** A long lens: near things are not much larger than far ones. */
const fieldOfView = 28;
/** Pixels left free at each side, and above and below, for names and numbers. */
const [roomAside, roomAbove, roomBelow] = [32, 42, 34];

/** The view of a window which fills a picture, whichever way it is turned. */
export function sightOf(
  { turn, tilt, zoom }: Orbit,
  viewport: Pick<Viewport, "width" | "height">,
  width: number,
  height: number,
): Sight {
  const camera = new PerspectiveCamera(fieldOfView, width / height, 0.05, 200);
  const back = new Vector3(Math.sin(turn) * Math.cos(tilt), -Math.cos(turn) * Math.cos(tilt), Math.sin(tilt));
  const right = new Vector3(Math.cos(turn), Math.sin(turn), 0);
  const up = new Vector3().crossVectors(back, right);
  const slope = Math.tan((fieldOfView * Math.PI) / 360);
  const slopeY = slope * Math.max(0.3, 1 - (roomAbove + roomBelow) / height);
  const slopeX = slope * (width / height) * Math.max(0.3, 1 - (2 * roomAside) / width);

  const corners = cornersOf(viewport);
  /** How far back the outermost corner of a side asks one to stand, were the view not moved along the axis. */
  const asks = (axis: Vector3, sign: number, slope: number) =>
    Math.max(...corners.map((corner) => sign * corner.dot(axis) + corner.dot(back) * slope));
  const [left, aright, below, above] = [
    asks(right, -1, slopeX),
    asks(right, 1, slopeX),
    asks(up, -1, slopeY),
    asks(up, 1, slopeY),
  ];
  const distance = Math.max((left + aright) / (2 * slopeX), (below + above) / (2 * slopeY)) / zoom;
  const lift = (above - below) / 2 + (distance * slope * (roomAbove - roomBelow)) / height;
  const eye = back
    .clone()
    .multiplyScalar(distance)
    .addScaledVector(right, (aright - left) / 2)
    .addScaledVector(up, lift);
  camera.up.set(0, 0, 1);
  camera.position.copy(eye);
  camera.lookAt(eye.clone().sub(back));
  camera.updateMatrixWorld();
  const matrix = camera.projectionMatrix.clone().multiply(camera.matrixWorldInverse).elements;
  return {
    camera,
    eye: [eye.x, eye.y, eye.z],
    width,
    height,
    toScreen([x, y, z]) {
      const w = matrix[3]! * x + matrix[7]! * y + matrix[11]! * z + matrix[15]!;
      const a = matrix[0]! * x + matrix[4]! * y + matrix[8]! * z + matrix[12]!;
      const b = matrix[1]! * x + matrix[5]! * y + matrix[9]! * z + matrix[13]!;
      return [(0.5 + a / w / 2) * width, (0.5 - b / w / 2) * height];
    },
  };
}

/** Of the box that holds the surface and its floor. */
function cornersOf(viewport: Pick<Viewport, "width" | "height">): Vector3[] {
  const [wide, deep] = extentOf(viewport);
  return [-wide / 2, wide / 2].flatMap((x) =>
    [-deep / 2, deep / 2].flatMap((y) => [floorZ, tallestOf(viewport)].map((z) => new Vector3(x, y, z))),
  );
}
