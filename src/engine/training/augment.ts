import type { Random } from "../../experiment/random";

/** How far a training image may be moved, in pixels, and turned, in degrees, before it is shown. */
export type Augmentation = { readonly shift: number; readonly rotate: number };

/**
 * Writes an image of `side` pixels a side, turned about its middle and moved by as much as the seed says for this epoch
 * and place, into `target`: bilinear, with paper (0) beyond its border. The same for all runs.
 */
export function augmented(
  source: Uint8Array,
  target: Uint8Array,
  side: number,
  { shift, rotate }: Augmentation,
  random: Random,
): void {
  const angle = ((2 * random.uniform() - 1) * rotate * Math.PI) / 180;
  const whole = () => Math.floor(random.uniform() * (2 * shift + 1)) - shift;
  const [dx, dy] = [whole(), whole()];
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const middle = (side - 1) / 2;
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= side || y >= side ? 0 : source[y * side + x]!);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [u, v] = [column - dx - middle, row - dy - middle];
      const x = cosine * u + sine * v + middle;
      const y = cosine * v - sine * u + middle;
      const [x0, y0] = [Math.floor(x), Math.floor(y)];
      const [right, below] = [x - x0, y - y0];
      const above = (1 - right) * at(x0, y0) + right * at(x0 + 1, y0);
      const under = (1 - right) * at(x0, y0 + 1) + right * at(x0 + 1, y0 + 1);
      target[row * side + column] = Math.round((1 - below) * above + below * under);
    }
  }
}
