/** Milliseconds from each animation frame to the next while `act` is called once in each. */
export function frameTimes(frames: number, act: (frame: number) => void): Promise<number[]> {
  return new Promise((resolve) => {
    const begun: number[] = [];
    const frame = (now: number) => {
      begun.push(now);
      if (begun.length > frames) return resolve(begun.slice(1).map((time, i) => time - begun[i]!));
      act(begun.length - 1);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** The value that a share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)]!;
