import type { PixelScale } from "./pixels";

/** Test images that an adversarial accuracy is measured on: the first so many. */
export const attackedImages = 1000;

/**
 * Inputs of images [count, pixels] of which each pixel of [0, 1] was moved by `by` in the direction that raises the loss, and
 * kept in [0, 1]: the fast gradient sign method (Goodfellow, Shlens & Szegedy 2015, arXiv:1412.6572). `gradient` is that
 * of the loss by the inputs.
 */
export function attacked(
  ink: Uint8Array,
  gradient: ArrayLike<number>,
  by: number,
  { scale, offset }: PixelScale,
): Float32Array {
  const inputs = new Float32Array(ink.length);
  for (let i = 0; i < ink.length; i++) {
    const pixel = ink[i]! / 255 + by * Math.sign(gradient[i]!);
    inputs[i] = 255 * scale * Math.min(1, Math.max(0, pixel)) + offset;
  }
  return inputs;
}
