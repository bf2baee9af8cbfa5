import type { Page } from "playwright";

/** A page's animation frames for a while: milliseconds from each to the next, and of the tasks above 50 ms. */
export type Frames = { readonly gaps: readonly number[]; readonly longTasks: readonly number[] };

type Kept = { readonly begun: number[]; readonly longTasks: number[]; stop(): void };

/** Keeps the times of all later animation frames, until `stopFrames`. */
export const startFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const begun: number[] = [];
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: "longtask" });
    const frame = (now: number) => {
      begun.push(now);
      request = requestAnimationFrame(frame);
    };
    let request = requestAnimationFrame(frame);
    const stop = () => {
      cancelAnimationFrame(request);
      observer.disconnect();
    };
    Object.assign(window, { keptFrames: { begun, longTasks, stop } });
  });

/** Ends that: what was kept. */
export const stopFrames = (page: Page): Promise<Frames> =>
  page.evaluate(() => {
    const { begun, longTasks, stop } = (window as unknown as { keptFrames: Kept }).keptFrames;
    stop();
    return { gaps: begun.slice(1).map((time, i) => time - begun[i]!), longTasks };
  });

/** The value that a share of the values does not exceed. */
export const percentileOf = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)]!;
