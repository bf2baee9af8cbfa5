import { expect, it } from "vitest";
import { keyAction, type Focus } from "./playback-keys";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const actionOf = (key: string, focus: Focus, held: Partial<typeof plain> = {}) =>
  keyAction({ key, ...plain, ...held }, focus);

it("space plays, arrows step, home and end go to the ends, R replays, L loops, B branches, < and > change the speed", () => {
  const keys = [" ", "ArrowLeft", "ArrowRight", "Home", "End", "r", "R", "l", "L", "b", "<", ">", "x"];
  expect(keys.map((key) => actionOf(key, "page"))).toEqual(
    ["toggle", "back", "forward", "first", "last", "replay", "replay", "loop", "loop", "branch", "slower", "faster", undefined], // prettier-ignore
  );
  for (const key of ["L", "B", "<", ">"])
    expect(actionOf(key, "page", { shiftKey: true })).toBe(actionOf(key, "page"));
});

it("a field keeps every key, a slider its arrows, a button the space bar", () => {
  for (const key of [" ", "ArrowLeft", "Home", "r", "l", "<", ">"])
    expect(actionOf(key, "field")).toBeUndefined();
  expect(actionOf("ArrowLeft", "slider")).toBeUndefined();
  expect(actionOf(" ", "slider")).toBe("toggle");
  expect(actionOf(" ", "button")).toBeUndefined();
  expect(actionOf("ArrowRight", "button")).toBe("forward");
});

it("the browser's own shortcuts are left alone", () => {
  for (const held of ["ctrlKey", "metaKey", "altKey"] as const)
    for (const key of ["r", "ArrowLeft", " "])
      expect(actionOf(key, "page", { [held]: true })).toBeUndefined();
  expect(actionOf("ArrowLeft", "page", { shiftKey: true })).toBeUndefined();
  expect(actionOf("R", "page", { shiftKey: true })).toBe("replay");
});

it("an inherited name is no key", () => expect(actionOf("toString", "page")).toBeUndefined());
