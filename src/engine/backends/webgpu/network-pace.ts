/** How long a submit may take, in milliseconds: about a frame of the page, which the same GPU draws. */
const wanted = 16;

/** How many frames of training the next submit shall have. */
export type Pace = {
  next(): number;
  /** Tells what a submit took, in milliseconds, from when the GPU was free for it. */
  took(frames: number, milliseconds: number): void;
};

/**
 * Begins with one frame and grows by doubling at most, so that no submit comes near the 100 ms at which a page stutters
 * and a watchdog wakes.
 */
export function createPace(mostFrames: number): Pace {
  let frames = 1;
  return {
    next: () => frames,
    took(measured, milliseconds) {
      const fitting = (measured * wanted) / Math.max(milliseconds, 0.1);
      frames = Math.max(1, Math.min(Math.floor(fitting), 2 * measured, mostFrames));
    },
  };
}
