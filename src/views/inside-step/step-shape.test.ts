import { expect, test } from "vitest";
import { stepShapeOf } from "./step-shape";

const none = [0, 0] as const;
const kindsOf = ({ arrows }: ReturnType<typeof stepShapeOf>) => arrows.map(({ kind }) => kind);

test("a step of one part is its own arrow, and one of two has both beside it", () => {
  const seen = [-0.1, 0.2] as const;
  const alone = { seen, remembered: none, pull: none, cut: none };
  expect(kindsOf(stepShapeOf([0, 0], seen, [1, -2], alone))).toEqual(["step"]);
  const both = { ...alone, remembered: [0.1, 0.1] as const };
  expect(kindsOf(stepShapeOf([0, 0], [0, 0.3], [1, -2], both))).toEqual(["step", "seen", "remembered"]);
});

test("parts too small to be seen have no arrows", () => {
  const parts = { seen: [1, 0] as const, remembered: [1e-4, 0] as const, pull: none, cut: none };
  expect(kindsOf(stepShapeOf([0, 0], [1, 0], [-1, 0], parts))).toEqual(["step"]);
});

test("rates that differ make an ellipse with a circle of its area, and the step lies on it", () => {
  const parts = { seen: [0.6, -0.4] as const, remembered: none, pull: none, cut: none };
  const { ellipse, arrows } = stepShapeOf([5, 5], [5.6, 4.6], [-3, 8], parts);
  const { half, radius } = ellipse!;
  expect(half[0] * half[1]).toBeCloseTo(radius ** 2, 12);
  expect((0.6 / half[0]) ** 2 + (0.4 / half[1]) ** 2).toBeCloseTo(1, 12);
  const downhill = arrows.find(({ kind }) => kind === "downhill")!;
  expect(Math.hypot(...downhill.by)).toBeCloseTo(radius, 12);
  expect(downhill.by[0] / downhill.by[1]).toBeCloseTo(-3 / 8, 12);
});

test("one rate for both makes none, nor does a gradient that has but one coordinate", () => {
  const parts = { seen: [0.3, -0.8] as const, remembered: none, pull: none, cut: none };
  expect(stepShapeOf([0, 0], [0.3, -0.8], [-3, 8], parts).ellipse).toBeUndefined();
  expect(stepShapeOf([0, 0], [0.3, 0], [-3, 0], { ...parts, seen: [0.3, 0] }).ellipse).toBeUndefined();
});
