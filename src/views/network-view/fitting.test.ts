import { expect, it } from "vitest";
import { fitting } from "./fitting";

it("all units are shown, as large as they fit", () => {
  expect(fitting(10, 800, 560)).toEqual({ side: 140, perRow: 5, shown: 10 });
  const { side, perRow, shown } = fitting(64, 800, 560);
  expect(shown).toBe(64);
  expect(side * perRow).toBeLessThanOrEqual(800);
  expect(Math.ceil(64 / perRow) * side).toBeLessThanOrEqual(560);
});

it("of more units than fit the first are shown, never none", () => {
  const { side, shown } = fitting(512, 320, 400);
  expect(side).toBe(44);
  expect(shown).toBe(7 * 9);
  expect(fitting(512, 0, 0).shown).toBe(1);
});
