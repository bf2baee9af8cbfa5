import { GIFEncoder } from "gifenc";
import { animatedSteps, frameRate } from "./animated-steps";
import { indexerOf, paletteOf } from "./gif-colours";
import type { Inks } from "./inks";
import type { Picture } from "./sheet";
import { canvasOf } from "./to-canvas";

/** Frames from which the colours of all are chosen: as many runs, further on. */
const looks = 3;

/** The index, behind those of all colours, of pixels that stay as they are. */
const unchanged = 255;

/** A picture from its first step to `last` as a GIF that repeats. Throws where `signal` ends it. */
export async function toGif(
  picture: Picture,
  inks: Inks,
  last: number,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const { canvas, context, paint } = canvasOf(picture, inks, 1);
  const { width, height } = canvas;
  const pixelsAt = (step: number) => {
    paint(step);
    return context.getImageData(0, 0, width, height).data;
  };
  const seen = new Uint8ClampedArray(looks * 4 * width * height);
  for (let i = 0; i < looks; i++)
    seen.set(pixelsAt(Math.round(((i + 1) * last) / looks)), i * 4 * width * height);
  const palette = paletteOf(seen, unchanged);
  const indicesOf = indexerOf(palette);
  const gif = GIFEncoder();
  const steps = animatedSteps(last);
  const moving = steps.indexOf(last) + 1;
  let before: Uint8Array | undefined;
  for (const [i, step] of steps.slice(0, moving).entries()) {
    signal.throwIfAborted();
    const isLast = i === moving - 1;
    const pixels = indicesOf(pixelsAt(step));
    gif.writeFrame(before ? changedOnly(pixels, before) : pixels, width, height, {
      ...(before ? { transparent: true, transparentIndex: unchanged, dispose: 1 } : { palette }),
      // The last frame stands for all those for which it is held.
      delay: (1000 / frameRate) * (isLast ? steps.length - i : 1),
    });
    before = pixels;
    onProgress((i + 1) / moving);
    await nextTask();
  }
  gif.finish();
  return new Blob([gif.bytes() as Uint8Array<ArrayBuffer>], { type: "image/gif" });
}

/** The colours that are not there let the frame before be seen: most of a picture stands still. */
const changedOnly = (pixels: Uint8Array, before: Uint8Array) =>
  pixels.map((colour, i) => (colour === before[i] ? unchanged : colour));

/** Lets the page draw its progress, and hear that it is cancelled. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
