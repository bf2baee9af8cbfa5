import { expect, test } from "vitest";
import { numberText } from "./number-text";

test("a number is written as one would type it, and reads back", () => {
  const texts = [0, 3, -0.5, 0.0001, 4e-6, 1e-10, -2.5e-5, 1 / 3, 1e6, 0.1 + 0.2].map(numberText);
  expect(texts).toEqual([
    ...["0", "3", "-0.5", "0.0001", "4e-6", "1e-10", "-2.5e-5", "0.333333", "1000000", "0.3"],
  ]);
  for (const text of texts) expect(numberText(Number(text))).toBe(text);
});
