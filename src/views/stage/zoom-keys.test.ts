import { expect, it } from "vitest";
import { zoomKey } from "./zoom-keys";

it("plus and minus zoom there and back, 0 shows all", () => {
  const [closer, farther] = ["+", "-"].map((key) => zoomKey(press(key), false));
  if (closer?.kind !== "zoom" || farther?.kind !== "zoom") throw new Error("no zoom");
  expect(closer.factor).toBeGreaterThan(1);
  expect(closer.factor * farther.factor).toBeCloseTo(1, 12);
  expect(zoomKey(press("0"), false)).toEqual({ kind: "whole" });
});

it("the arrows move a map only with Shift, and only where it has the focus", () => {
  expect(zoomKey(press("ArrowRight", { shiftKey: true }), true)).toMatchObject({ kind: "pan" });
  expect(zoomKey(press("ArrowRight"), true)).toBeUndefined();
  expect(zoomKey(press("ArrowRight", { shiftKey: true }), false)).toBeUndefined();
});

it("the browser's own zoom is left alone", () => {
  for (const held of ["ctrlKey", "metaKey", "altKey"])
    for (const key of ["+", "-", "0"]) expect(zoomKey(press(key, { [held]: true }), true)).toBeUndefined();
});

const press = (key: string, held: Readonly<Record<string, boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
