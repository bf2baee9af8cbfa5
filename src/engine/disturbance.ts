import { randomOf } from "../experiment/random";
import type { LineData } from "../surfaces/surface";

/**
 * Numbers that change one frame's gradient: it becomes g + (b_x, b_y) + A theta, and these are b_x, b_y, A_xx, A_xy, A_yy
 * with A symmetric. Noise is in b alone; a mini-batch of a least-squares line differs from the whole in both.
 */
export const disturbanceSize = 5;

type Asked = {
  /** Standard deviation of what is added to each coordinate. */
  readonly noise: number;
  readonly seed: number;
  readonly steps: number;
  readonly data?: LineData;
  /** Points of a mini-batch. */
  readonly batch?: number;
};

/** The disturbances of all frames, shape [steps + 1, disturbanceSize]; undefined where there is none. */
export function disturbances({ noise, seed, steps, data, batch = 0 }: Asked): Float64Array | undefined {
  if (noise === 0 && !data) return undefined;
  const table = new Float64Array((steps + 1) * disturbanceSize);
  if (noise > 0) {
    const random = randomOf(seed, "gradient noise");
    for (let at = 0; at < table.length; at += disturbanceSize) {
      table[at] = noise * random.normal();
      table[at + 1] = noise * random.normal();
    }
  }
  if (data) addMiniBatches(table, data, Math.min(Math.round(batch), data.points.length), seed);
  return table;
}

/**
 * The gradient of mean (x u + y - v)^2 / 2 is A theta + b with A = mean [u^2, u; u, 1] and b = -mean [u v, v]: adds what
 * these are in each mini-batch beyond what they are in all points. Points are drawn without replacement within a batch.
 */
function addMiniBatches(table: Float64Array, { points }: LineData, batch: number, seed: number) {
  const random = randomOf(seed, "mini-batches");
  const whole = momentsOf(points);
  for (let at = 0; at < table.length; at += disturbanceSize) {
    const drawn = random.permutation(points.length).subarray(0, batch);
    const moments = momentsOf(Array.from(drawn, (i) => points[i]!));
    moments.forEach((moment, i) => (table[at + i]! += moment - whole[i]!));
  }
}

function momentsOf(points: LineData["points"]): number[] {
  const mean = (of: (u: number, v: number) => number) =>
    points.reduce((sum, [u, v]) => sum + of(u, v), 0) / points.length;
  return [mean((u, v) => -u * v), mean((_, v) => -v), mean((u) => u * u), mean((u) => u), 0];
}
