import { expect, it } from "vitest";
import { mixed, toneOf } from "./tones";

const bytes = (tone: readonly number[]) => tone.map((part) => Math.round(255 * part));

it("a token is read in its long and in its short form, and nothing else is", () => {
  expect(bytes(toneOf("#c9d7e1"))).toEqual([201, 215, 225]);
  expect(toneOf("#fff")).toEqual([1, 1, 1]);
  for (const text of ["red", "#12345", "rgb(1, 2, 3)", ""])
    expect(() => toneOf(text)).toThrow(/not a colour/);
});

it("mixing begins at one tone, ends at the other, and passes through the middle CSS names", () => {
  const [low, high] = [toneOf("#c9d7e1"), toneOf("#f8fafb")];
  expect(bytes(mixed(low, high, 0))).toEqual(bytes(low));
  expect(bytes(mixed(low, high, 1))).toEqual(bytes(high));
  // color-mix(in oklab, white, black) is #636363.
  expect(bytes(mixed([0, 0, 0], [1, 1, 1], 0.5))).toEqual([99, 99, 99]);
});
