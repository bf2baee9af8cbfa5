/** How ink, 0 to 255, becomes a network's input: scale * ink + offset. */
export type PixelScale = { readonly scale: number; readonly offset: number };

/** Mean and deviation of MNIST's training pixels in [0, 1], as every tutorial normalises by. */
const [mean, deviation] = [0.1307, 0.3081];

/** Pixels in [0, 1], or standardised to mean 0 and deviation 1. */
export const pixelScale = (standardise: boolean): PixelScale =>
  standardise ? { scale: 1 / (255 * deviation), offset: -mean / deviation } : { scale: 1 / 255, offset: 0 };

/** Inputs of ink. A loop, since `Float32Array.from` is 40 times slower. */
export function inputsOf(ink: Uint8Array, { scale, offset }: PixelScale): Float32Array<ArrayBuffer> {
  const inputs = new Float32Array(ink.length);
  for (let i = 0; i < ink.length; i++) inputs[i] = ink[i]! * scale + offset;
  return inputs;
}
