import { expect, it } from "vitest";
import { home, orbitByKey, turned, zoomed } from "./orbit";

it("one never looks from below, nor straight down, however far one tilts", () => {
  expect(turned(home, 0, -9).tilt).toBeGreaterThan(0.05);
  expect(turned(home, 0, 9).tilt).toBeLessThan(Math.PI / 2);
});

it("a whole turn comes back to where it began", () => {
  let orbit = home;
  for (let k = 0; k < 48; k++) orbit = orbitByKey(orbit, "ArrowRight")!;
  expect(orbit.turn).toBeCloseTo(home.turn, 9);
});

it("each arrow undoes its opposite, and zooming in zooming out", () => {
  for (const [there, back] of [
    ["ArrowLeft", "ArrowRight"],
    ["ArrowUp", "ArrowDown"],
    ["+", "-"],
  ] as const) {
    const moved = orbitByKey(home, there)!;
    expect(moved).not.toEqual(home);
    const again = orbitByKey(moved, back)!;
    for (const part of ["turn", "tilt", "zoom"] as const) expect(again[part]).toBeCloseTo(home[part], 9);
  }
});

it("0 leads home, other keys are left to the page", () => {
  expect(orbitByKey(turned(zoomed(home, 2), 1, 0.2), "0")).toEqual(home);
  for (const key of ["Tab", " ", "r", "PageDown"]) expect(orbitByKey(home, key)).toBeUndefined();
});

it("zooming has an end on both sides", () => {
  expect(zoomed(home, 1e9).zoom).toBeLessThan(10);
  expect(zoomed(home, 1e-9).zoom).toBeGreaterThan(0.1);
});
