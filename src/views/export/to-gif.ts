import { applyPalette, GIFEncoder, quantize } from "gifenc";
import { animatedSteps, frameRate } from "./animated-steps";
import type { Inks } from "./inks";
import type { Picture } from "./sheet";
import { canvasOf } from "./to-canvas";

/** Frames from which the colours of all are chosen: as many runs, further on. */
const looks = 3;

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
  const palette = quantize(seen, 256);
  const gif = GIFEncoder();
  const steps = animatedSteps(last);
  const moving = steps.indexOf(last) + 1;
  for (const [i, step] of steps.slice(0, moving).entries()) {
    signal.throwIfAborted();
    const isLast = i === moving - 1;
    gif.writeFrame(applyPalette(pixelsAt(step), palette), width, height, {
      ...(i === 0 && { palette }),
      // The last frame stands for all those for which it is held.
      delay: (1000 / frameRate) * (isLast ? steps.length - i : 1),
    });
    onProgress((i + 1) / moving);
    await nextTask();
  }
  gif.finish();
  return new Blob([gif.bytes() as Uint8Array<ArrayBuffer>], { type: "image/gif" });
}

/** Lets the page draw its progress, and hear that it is cancelled. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
