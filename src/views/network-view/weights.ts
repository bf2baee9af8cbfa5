/** Sides of an MNIST image, and pixels between two units' images. */
export const imageSide = 28;
const gap = 1;

/** A colour by its channels, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];
/** Colours of the most negative weight, of zero and of the most positive. */
type Diverging = { readonly negative: Colour; readonly zero: Colour; readonly positive: Colour };

/** Width in pixels of so many images side by side. */
export const stripWidth = (units: number): number => units * (imageSide + gap) - gap;

/**
 * Weight at which the colour is full, for all runs together: the geometric mean of their 98th percentiles, so that
 * neither one pixel nor one run of large weights pales the others. `weights` has shape [runs, units, 784].
 */
export function weightScale(weights: Float32Array, runs: readonly number[], perRun: number): number {
  // A fifth of the weights tells the percentile well enough, and sorts in a fraction of a frame.
  const every = 5;
  const percentiles = runs.map((run) => {
    const sample = new Float32Array(Math.floor(perRun / every)).map((_, i) =>
      Math.abs(weights[run * perRun + i * every]!),
    );
    return sample.sort()[Math.floor(0.98 * sample.length)] ?? NaN;
  });
  const logarithms = percentiles.filter((value) => value > 0 && value < Infinity).map(Math.log);
  return Math.exp(logarithms.reduce((sum, value) => sum + value, 0) / Math.max(1, logarithms.length));
}

/** RGBA pixels of a run's first units, side by side with a transparent gap; `weights` has shape [units, 784]. */
export function paintWeights(
  weights: Float32Array,
  units: number,
  scale: number,
  { negative, zero, positive }: Diverging,
): Uint8ClampedArray<ArrayBuffer> {
  const width = stripWidth(units);
  const pixels = new Uint8ClampedArray(4 * width * imageSide);
  for (let unit = 0; unit < units; unit++) {
    for (let i = 0; i < imageSide * imageSide; i++) {
      const weight = weights[unit * imageSide * imageSide + i]!;
      const end = weight < 0 ? negative : positive;
      // Slightly below linear: faint weights stay visible.
      const share = Math.min(1, Math.abs(weight) / scale) ** 0.85;
      const at = 4 * (Math.floor(i / imageSide) * width + unit * (imageSide + gap) + (i % imageSide));
      for (let k = 0; k < 3; k++) pixels[at + k] = zero[k]! + share * (end[k]! - zero[k]!);
      pixels[at + 3] = 255;
    }
  }
  return pixels;
}
