import type { Sight } from "./camera";
import type { HeightField } from "./height-field";
import { isHidden } from "./hidden";
import type { LiftedPath } from "./lifted-path";

/** A path as it is seen from somewhere: computed once a view, not once a frame. */
export type SeenPath = {
  /** x and y of each point, in pixels of the picture; NaN outside the window. */
  readonly pixels: Float32Array;
  /** 1 where the surface stands in front of the point. */
  readonly isBehind: Uint8Array;
  /** Length drawn up to each point: where its dashes begin. */
  readonly lengths: Float32Array;
  readonly pointOf: Int32Array;
  /** Steps whose iterates are far enough from each other to be seen as dots, none of them behind the surface. */
  readonly dots: readonly number[];
};

/** Least distance between two dots, in pixels. */
const dotGap = 7;
/** Pixels along a path between two looks whether the surface stands before it. */
const lookGap = 3;

/** Sees a path. */
export function seenFrom({ places, pointOf }: LiftedPath, field: HeightField, sight: Sight): SeenPath {
  const count = places.length / 3;
  const pixels = new Float32Array(2 * count);
  const isBehind = new Uint8Array(count);
  const lengths = new Float32Array(count + 1);
  let looked = [NaN, NaN, 0] as [number, number, number];
  for (let k = 0; k < count; k++) {
    const place = [places[3 * k]!, places[3 * k + 1]!, places[3 * k + 2]!] as const;
    const [x, y] = sight.toScreen(place);
    pixels.set([x, y], 2 * k);
    const length = k > 0 ? Math.hypot(x - pixels[2 * k - 2]!, y - pixels[2 * k - 1]!) : 0;
    lengths[k] = (k > 0 ? lengths[k - 1]! : 0) + (Number.isNaN(length) ? 0 : length);
    if (Number.isNaN(x)) continue;
    if (!(Math.abs(x - looked[0]) + Math.abs(y - looked[1]) < lookGap))
      looked = [x, y, isHidden(field, place, sight.eye) ? 1 : 0];
    isBehind[k] = looked[2];
  }
  const dots: number[] = [];
  let [atX, atY] = [NaN, NaN];
  pointOf.forEach((point, step) => {
    const [x, y] = [pixels[2 * point]!, pixels[2 * point + 1]!];
    if (step === 0 || Number.isNaN(x) || isBehind[point] || Math.hypot(x - atX, y - atY) < dotGap) return;
    [atX, atY] = [x, y];
    dots.push(step);
  });
  return { pixels, isBehind, lengths, pointOf, dots };
}
