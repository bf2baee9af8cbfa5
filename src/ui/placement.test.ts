import { expect, test } from "vitest";
import { placementOf } from "./placement";

const window = { width: 360, height: 740 };
const button = (left: number, top: number) => ({ left, right: left + 60, top, bottom: top + 24 });

test("a panel opens below its button, at its side", () => {
  const placement = placementOf(button(40, 100), { width: 200, height: 300 }, window, "left");
  expect(placement).toEqual({ isAbove: false, left: 0, maxHeight: 740 - 124 - 14 });
  const right = placementOf(button(240, 100), { width: 200, height: 300 }, window, "right");
  expect(right.left).toBe(-140);
});

test("it opens above where there is more room, but not for the sake of a panel that fits below", () => {
  const low = button(40, 600);
  expect(placementOf(low, { width: 200, height: 300 }, window, "left")).toMatchObject({
    isAbove: true,
    maxHeight: 586,
  });
  expect(placementOf(low, { width: 200, height: 90 }, window, "left").isAbove).toBe(false);
});

test("it is moved in from the window's edges, and never squeezed to nothing", () => {
  expect(placementOf(button(280, 10), { width: 300, height: 50 }, window, "left").left).toBe(52 - 280);
  expect(placementOf(button(10, 10), { width: 300, height: 50 }, window, "right").left).toBe(-2);
  const flat = { width: 720, height: 120 };
  expect(placementOf(button(40, 40), { width: 200, height: 300 }, flat, "left").maxHeight).toBe(200);
});
