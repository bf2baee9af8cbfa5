import { expect, test } from "vitest";
import { inputsOf, pixelScale } from "./pixels";

test("paper is 0 and ink is 1", () => {
  expect([...inputsOf(Uint8Array.of(0, 255), pixelScale(false))]).toEqual([0, 1]);
});

test("standardised, MNIST's mean is 0 and its deviation 1", () => {
  const { scale, offset } = pixelScale(true);
  expect(scale * 255 * 0.1307 + offset).toBeCloseTo(0, 12);
  expect(scale * 255 * (0.1307 + 0.3081) + offset).toBeCloseTo(1, 12);
});
