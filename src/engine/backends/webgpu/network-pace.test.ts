import { expect, test } from "vitest";
import { createPace } from "./network-pace";

test("submits grow by doubling to about a frame of the page, however fast the GPU", () => {
  expect(sizesAt(() => 0.5, 10).slice(0, 7)).toEqual([1, 2, 4, 8, 16, 32, 32]);
  expect(sizesAt(() => 0.001, 12).at(-1)).toBe(256);
  expect(sizesAt(() => 40, 5)).toEqual([1, 1, 1, 1, 1]);
});

test("no submit comes near 100 ms, even where the first tells of a faster GPU than there is", () => {
  const pace = createPace(256);
  const frameTime = (submit: number) => (submit < 10 ? 0.1 : 0.5);
  for (let submit = 0; submit < 20; submit++) {
    const frames = pace.next();
    const time = frames * frameTime(submit);
    expect(time).toBeLessThanOrEqual(submit === 10 ? 80 : 32);
    pace.took(frames, time);
  }
});

function sizesAt(frameTime: () => number, submits: number): number[] {
  const pace = createPace(256);
  return Array.from({ length: submits }, () => {
    const frames = pace.next();
    pace.took(frames, frames * frameTime());
    return frames;
  });
}
