import type { Recording } from "../../experiment/recording";

let last: Recording | undefined;
let isDrawn = false;
let drawn: () => void = () => undefined;

/** Resolves when the first path is on the screen. */
export const firstPath = new Promise<void>((resolve) => (drawn = resolve));

/** Whether it is there already. */
export const isFirstPathDrawn = (): boolean => isDrawn;

/**
 * Leaves a mark in the browser's performance timeline the first time a recording's paths are on a canvas: what the
 * tests measure from a visit, or a slider's move, to its picture.
 */
export function markDrawn(recording: Recording): void {
  if (recording === last) return;
  // What is drawn in this frame is on the screen when the next one begins.
  if (!last)
    requestAnimationFrame(() => {
      performance.mark("first path");
      isDrawn = true;
      drawn();
    });
  last = recording;
  performance.clearMarks("paths drawn");
  performance.mark("paths drawn");
}
