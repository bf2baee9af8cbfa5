import { expect, test } from "vitest";
import { nextSpeed, speeds } from "./speeds";

test("faster and slower go through the speeds one by one and stay at the ends", () => {
  const way = (from: number, direction: 1 | -1) => {
    const passed = [from];
    for (let i = 0; i < speeds.length; i++) passed.push(nextSpeed(passed.at(-1)!, direction));
    return [...new Set(passed)];
  };
  expect(way(0.25, 1)).toEqual([...speeds]);
  expect(way(16, -1)).toEqual([...speeds].reverse());
  expect([nextSpeed(3, 1), nextSpeed(3, -1)]).toEqual([4, 2]);
});
