import { expect, test } from "vitest";
import { positionOf, ticksOf, valueAt, type Scale } from "./scale";

const tracks: readonly [Scale, readonly [number, number]][] = [
  ["linear", [0, 1]],
  ["log", [1e-4, 1]],
  ["decay", [0, 0.999]],
];

test.each(tracks)("on a %s track values grow from end to end, and lie where they say", (scale, range) => {
  let before = -Infinity;
  for (let i = 0; i <= 20; i++) {
    const value = valueAt(i / 20, range, scale);
    expect(value).toBeGreaterThan(before);
    // Two significant digits are what a hand means.
    expect(Math.abs(positionOf(value, range, scale) - i / 20)).toBeLessThan(0.02);
    before = value;
  }
  expect(valueAt(0, range, scale)).toBe(range[0]);
  expect(valueAt(1, range, scale)).toBe(range[1]);
});

test.each(tracks)("a value beyond a %s track rests at its end", (scale, range) => {
  expect(positionOf(range[1] + 5, range, scale)).toBe(1);
  expect(positionOf(range[0] - 5, range, scale)).toBe(0);
});

test("decays stand at even distances for each nine", () => {
  const [none, one, two] = [0, 0.9, 0.99].map((value) => positionOf(value, [0, 0.999], "decay"));
  expect(one! - none!).toBeCloseTo(1 / 3);
  expect(two! - one!).toBeCloseTo(1 / 3);
});

test.each(tracks)("ticks of a %s track lie on it, in order", (scale, range) => {
  const positions = ticksOf(range, scale).map((tick) => positionOf(tick, range, scale));
  expect(positions.length).toBeGreaterThan(2);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
});
