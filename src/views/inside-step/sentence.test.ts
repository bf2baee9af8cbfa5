import { expect, test } from "vitest";
import type { StepParts } from "../../experiment/step-parts";
import type { Point } from "../../surfaces/surface";
import { doingInWords } from "./sentence";
import { stepShapeOf } from "./step-shape";

test("a step is told by its parts", () => {
  expect(told({ seen: [1, 0] })).toBe("follows what it sees alone");
  expect(told({ remembered: [1, 0] })).toBe("follows what it remembers alone");
  expect(told({ seen: [1, 1], remembered: [2, 1] })).toBe("adds what it remembers to what it sees");
  expect(told({ seen: [1, 1], remembered: [-2, 1] })).toBe(
    "adds what it remembers to what it sees, which pulls against it",
  );
  expect(told({ seen: [1, 1], pull: [-0.5, 0] })).toBe("follows what it sees alone, and is pulled to zero");
  expect(told({ seen: [1, 1], cut: [-0.5, 0] })).toBe(
    "follows what it sees alone, and is held back by its limit",
  );
  expect(told({})).toBe("stands still");
  expect(told({ seen: [Infinity, 1] })).toBe("is lost beyond all numbers");
});

test("where the coordinates have rates of their own, it is told how they differ", () => {
  expect(told({ seen: [-0.3, -0.1] }, [1, 1])).toBe(
    "follows what it sees alone, at a rate 3 times as large for x as for y",
  );
  expect(told({ seen: [0.3, 0.1], pull: [0.1, 0] })).toBe(
    "follows what it sees alone, at a rate 3 times as large for x as for y, and is pulled to zero",
  );
  expect(told({ seen: [-0.1, -0.9], remembered: [-1, 0] }, [1, 2])).toBe(
    "adds what it remembers to what it sees, at a rate 4.5 times as large for y as for x",
  );
});

function told(given: Partial<StepParts>, gradient: Point = [-1, -1]): string {
  const none: Point = [0, 0];
  const parts = { seen: none, remembered: none, pull: none, cut: none, ...given };
  const to = [0, 1].map((axis) => Object.values(parts).reduce((sum, part) => sum + part[axis]!, 0));
  return doingInWords({ parts, shape: stepShapeOf([0, 0], to as unknown as Point, gradient, parts) });
}
