import { expect, test } from "vitest";
import { attacked } from "./adversarial";
import { pixelScale } from "./pixels";

const ink = Uint8Array.of(0, 51, 102, 204, 255, 127);
const gradient = [-3, 0.01, -1e-9, 20, 5, 0];

test("each pixel is moved by as much, where the loss rises, and kept between paper and ink", () => {
  const found = attacked(ink, gradient, 0.25, pixelScale(false));
  const expected = [0, 0.45, 0.15, 1, 1, 127 / 255];
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 6));
});

test("standardising comes after: the move is in pixels of 0 to 1", () => {
  const plain = attacked(ink, gradient, 0.1, pixelScale(false));
  const standardised = attacked(ink, gradient, 0.1, pixelScale(true));
  plain.forEach((value, i) => expect(standardised[i]).toBeCloseTo((value - 0.1307) / 0.3081, 5));
});
