import type { Layer } from "../../networks/layers";

/** A first layer as images: how many, how large, and how many lie in a row. */
export type Sheet = { readonly side: number; readonly shown: number; readonly perRow: number };

/** Pixels between two units' images. */
const gap = 1;

/** A colour by its channels, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];
/** Colours of the most negative weight, of zero and of the most positive. */
type Diverging = { readonly negative: Colour; readonly zero: Colour; readonly positive: Colour };

/** Pixels of an image's side: a unit of a first layer sees a square of one channel. */
export const sideOf = ({ inputs }: Layer): number => Math.round(Math.sqrt(inputs));

/** Width and height in pixels of a sheet. */
export const sheetSize = ({ side, shown, perRow }: Sheet) => ({
  width: Math.min(shown, perRow) * (side + gap) - gap,
  height: Math.ceil(shown / perRow) * (side + gap) - gap,
});

/** How many times the (lower) median a run's weights may be and still count for the colours. */
const mostApart = 4;

/**
 * Weight at which the colour is full, for all runs together: the geometric mean of their 98th percentiles, but for those
 * of runs that have blown up, so that neither one pixel nor one run pales the others. `parameters` has shape
 * [runs, parameters]; only the layer's weights are looked at.
 */
export function weightScale(parameters: Float32Array, runs: number, { at, inputs, units }: Layer): number {
  const perRun = parameters.length / runs;
  const count = inputs * units;
  // A few thousand weights tell the percentile well enough, and sort in a fraction of a frame.
  const every = Math.max(1, Math.floor(count / mostSampled));
  const percentiles = Array.from({ length: runs }, (_, run) => {
    const sample = Float32Array.from({ length: Math.floor(count / every) }, (_, i) =>
      Math.abs(parameters[run * perRun + at + i * every]!),
    );
    return sample.sort()[Math.floor(0.98 * sample.length)] ?? NaN;
  });
  const finite = percentiles.filter((value) => value > 0 && value < Infinity).sort((a, b) => a - b);
  const median = finite[(finite.length - 1) >> 1] ?? NaN;
  const logarithms = finite.filter((value) => value <= mostApart * median).map(Math.log);
  return Math.exp(logarithms.reduce((sum, value) => sum + value, 0) / Math.max(1, logarithms.length));
}

const mostSampled = 2000;

/** RGBA pixels of a run's first units, row by row with a transparent gap; `parameters` are the run's own. */
export function paintWeights(
  parameters: Float32Array,
  { at, units }: Layer,
  sheet: Sheet,
  scale: number,
  { negative, zero, positive }: Diverging,
): Uint8ClampedArray<ArrayBuffer> {
  const { side, shown, perRow } = sheet;
  const { width, height } = sheetSize(sheet);
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let unit = 0; unit < shown; unit++) {
    const corner = Math.floor(unit / perRow) * (side + gap) * width + (unit % perRow) * (side + gap);
    for (let i = 0; i < side * side; i++) {
      const weight = parameters[at + i * units + unit]!;
      const end = weight < 0 ? negative : positive;
      // Slightly below linear: faint weights stay visible.
      const share = Math.min(1, Math.abs(weight) / scale) ** 0.85;
      const pixel = 4 * (corner + Math.floor(i / side) * width + (i % side));
      for (let k = 0; k < 3; k++) pixels[pixel + k] = zero[k]! + share * (end[k]! - zero[k]!);
      pixels[pixel + 3] = 255;
    }
  }
  return pixels;
}
