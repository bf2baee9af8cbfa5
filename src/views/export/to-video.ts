import { exportWords } from "../../words/en/export";
import { animatedSteps, frameRate } from "./animated-steps";
import type { Inks } from "./inks";
import type { Picture } from "./sheet";
import { canvasOf } from "./to-canvas";

/** What browsers record, the best first. */
const types = [
  { mimeType: "video/webm;codecs=vp9", extension: "webm" },
  { mimeType: "video/webm;codecs=vp8", extension: "webm" },
  { mimeType: "video/webm", extension: "webm" },
  { mimeType: "video/mp4", extension: "mp4" },
] as const;

/** Pixels of the video to one of the picture. */
const scale = 1.5;

/**
 * A picture from its first step to `last` as a video: so many frames, whatever the browser's pace. It is recorded as it is
 * played, and takes as long. Throws where the browser records none, or `signal` ends it.
 */
export async function toVideo(
  picture: Picture,
  inks: Inks,
  last: number,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<{ blob: Blob; extension: string }> {
  const type =
    "MediaRecorder" in globalThis
      ? types.find(({ mimeType }) => MediaRecorder.isTypeSupported(mimeType))
      : undefined;
  if (!type) throw new Error(exportWords().noVideo);
  const { canvas, paint } = canvasOf(picture, inks, scale);
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  const recorder = new MediaRecorder(stream, { mimeType: type.mimeType, videoBitsPerSecond: 8_000_000 });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  paint(0);
  recorder.start();
  try {
    const steps = animatedSteps(last);
    for (const [i, step] of steps.entries()) {
      signal.throwIfAborted();
      paint(step);
      track!.requestFrame();
      onProgress((i + 1) / steps.length);
      await after(1000 / frameRate);
    }
  } finally {
    recorder.stop();
    await stopped;
    track!.stop();
  }
  return { blob: new Blob(parts, { type: type.mimeType }), extension: type.extension };
}

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
