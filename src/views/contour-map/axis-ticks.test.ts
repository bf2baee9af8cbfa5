import { expect, it } from "vitest";
import { axisTicks } from "./axis-ticks";

it("ticks are written as short as they are exact", () => {
  expect(axisTicks([-10, 10], 4).map(({ text }) => text)).toEqual(["−10", "−5", "0", "5", "10"]);
});

it("ticks of an interval far narrower than its distance from 0 are told apart", () => {
  const texts = axisTicks([-2.00004, -1.99996], 4).map(({ text }) => text);
  expect(texts).toEqual(["−2.00004", "−2.00002", "−2", "−1.99998", "−1.99996"]);
});
