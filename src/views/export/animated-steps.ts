/** Frames of an animation that move, at most. */
const mostFrames = 150;
/** Frames a second. */
export const frameRate = 20;
/** Frames for which the last step stands still. */
const held = frameRate;

/** The steps an animation shows, a frame each: every one of a short recording, evenly many of a long one; then the last is held. */
export function animatedSteps(last: number): number[] {
  const count = Math.min(last, mostFrames - 1);
  const moving = Array.from({ length: count + 1 }, (_, i) =>
    count === 0 ? last : Math.round((i * last) / count),
  );
  return [...moving, ...Array.from({ length: held }, () => last)];
}
