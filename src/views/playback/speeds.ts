/** Factors on the usual speed of playing, as they are offered. */
export const speeds = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** The next speed up or down from one; the fastest and the slowest stay. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const further = speeds.filter((other) => (direction > 0 ? other > speed : other < speed));
  return (direction > 0 ? further[0] : further.at(-1)) ?? speed;
}
