import { interpolateRgb } from "d3";
import { roundDown } from "../axes";

/** Colours of true losses: a colour belongs to a level, and deep is dark. */
export type LossColours = {
  readonly colourOf: (loss: number) => string;
  /** Losses that the key names: round, from high to low. */
  readonly levels: readonly number[];
};

/** Loss of a classifier that knows nothing of ten classes, rounded up: what is above has the palest colour. */
const greatest = 2.5;
const levelsOf = [2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001, 1e-4];

/** Colours from `high` to `low` on a logarithmic scale, down to below the lowest loss. */
export function lossColours(lowest: number, high: string, low: string): LossColours {
  const least = Math.min(0.5, roundDown(lowest));
  const mix = interpolateRgb(high, low);
  const depthOf = (loss: number) => Math.log(greatest / loss) / Math.log(greatest / least);
  return {
    colourOf: (loss) => mix(Number.isNaN(loss) ? 0 : Math.max(0, Math.min(1, depthOf(loss)))),
    levels: levelsOf.filter((level) => level >= 0.999 * least),
  };
}
