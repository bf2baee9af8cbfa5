import type { Recording } from "../../experiment/recording";

let last: Recording | undefined;

/**
 * Leaves a mark in the browser's performance timeline the first time a recording's paths are on a canvas: what the
 * tests measure from a visit, or a slider's move, to its picture.
 */
export function markDrawn(recording: Recording): void {
  if (recording === last) return;
  // What is drawn in this frame is on the screen when the next one begins.
  if (!last) requestAnimationFrame(() => performance.mark("first path"));
  last = recording;
  performance.clearMarks("paths drawn");
  performance.mark("paths drawn");
}
