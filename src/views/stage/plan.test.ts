import { expect, it } from "vitest";
import { mostSideBySide } from "./most-side-by-side";
import { beneath, leastHeight, planOf } from "./plan";

const [ravine, square] = [2.5, 1];

it("two runs on a wide surface are stacked, their maps a lane each", () => {
  const plan = planOf(2, ravine, 944, "split");
  expect(plan).toMatchObject({ kind: "split", columns: 1, caption: "wide", least: 160, greatest: 264 });
});

it("two runs on a square surface stand beside each other", () => {
  expect(planOf(2, square, 944, "split")).toMatchObject({ columns: 2, caption: "square", greatest: 464 });
});

it("three and four runs stand two by two", () => {
  for (const runs of [3, 4])
    for (const aspect of [ravine, square])
      expect(planOf(runs, aspect, 944, "split")).toMatchObject({ kind: "split", columns: 2 });
});

it("from five runs on, and where the visitor asks for it, all are on one map", () => {
  expect(planOf(5, ravine, 944, "split").kind).toBe("overlay");
  expect(planOf(1, square, 944, "overlay")).toMatchObject({ kind: "overlay", columns: 1 });
});

it("on a phone wide surfaces are lanes of 104, square ones pairs", () => {
  expect(planOf(2, ravine, 360, "split")).toMatchObject({ columns: 1, least: 104, greatest: 104 });
  expect(planOf(4, ravine, 360, "split")).toMatchObject({ kind: "split", columns: 1 });
  expect(planOf(2, square, 360, "split")).toMatchObject({ columns: 2, least: 172, greatest: 172 });
  expect(planOf(2, square, 320, "split").columns).toBe(1);
  expect(planOf(4, square, 360, "split").kind).toBe("overlay");
});

it("what stands side by side at most depends on the page's width and the surface", () => {
  expect([mostSideBySide(square, 944), mostSideBySide(ravine, 328)]).toEqual([4, 4]);
  expect(mostSideBySide(square, 328)).toBe(2);
});

it("in space there is one picture of all, wide on a desk and tall on a phone", () => {
  expect(planOf(2, ravine, 944, "3d")).toMatchObject({ kind: "overlay", greatest: 629 });
  expect(planOf(2, ravine, 360, "3d")).toMatchObject({ kind: "overlay", least: 419, greatest: 419 });
});

it("beneath a map of all, two cards are whole where there is room; more are rows", () => {
  const cardsOf = (runs: number, width: number) =>
    beneath(planOf(runs, ravine, width, "overlay"), runs).caption;
  expect([cardsOf(2, 944), cardsOf(3, 944), cardsOf(2, 756)]).toEqual(["wide", "row", "row"]);
});

it("no map of a pair is narrower than it is worth", () => {
  for (const runs of [1, 2, 3, 4])
    for (const aspect of [ravine, square])
      for (let width = 320; width < 1500; width += 20) {
        const { kind, columns } = planOf(runs, aspect, width, "split");
        if (kind === "split" && columns === 2)
          expect((width - 16) / 2).toBeGreaterThanOrEqual(width < 640 ? 160 : 200);
      }
});

it("a stage is never lower than its cards, its least maps and its axis", () => {
  expect(leastHeight(planOf(2, ravine, 944, "split"), 2, 2)).toBe(2 * (74 + 160) + 16 + 28);
  expect(leastHeight(planOf(8, ravine, 944, "overlay"), 8, 8)).toBe(240 + 28 + 4 * 68);
  expect(leastHeight(planOf(2, ravine, 944, "overlay"), 2, 2)).toBe(240 + 28 + 2 * 74);
});
