import type { Levels } from "../contour-map/levels";

/** The contours as the shader takes them: heights from the lowest, and the tint of each band between two of them. */
export type Bands = {
  readonly heights: readonly number[];
  readonly isBold: readonly boolean[];
  /** One more than heights: below the first, between each two, above the last. */
  readonly tints: readonly number[];
};

/** As many contours as the shader has places for. */
export const mostBands = 40;

/** The bands of a surface whose height is its tint. */
export function bandsOf({ levels, bold, tintOf }: Levels): Bands {
  const drawn = levels.slice(0, mostBands);
  const heights = drawn.map(tintOf);
  return {
    heights,
    isBold: drawn.map((level) => bold.has(level)),
    tints: [drawn.length ? 0 : 0.5, ...heights],
  };
}
