import { describe, expect, it } from "vitest";
import type { Point } from "../../surfaces/surface";
import { leadersOf, type NamedHead } from "./leaders";
import { overlap } from "./places";

const viewport = { x: [-10, 10], y: [-5, 5], width: 944, height: 472 } as const;

const gatherings: Record<string, readonly Point[]> = {
  "spread over the map": [100, 220, 340, 460, 580, 700, 820, 930].map((x, i) => [x, 60 + 40 * i]),
  "on their way to one minimum": [400, 431, 440, 452, 466, 470, 471, 472].map((x) => [x, 236]),
  "all in one point": Array.from({ length: 8 }, () => [472, 236] as const),
  "at the left border": Array.from({ length: 8 }, (_, i) => [0, 40 * i] as const),
  "at the lower border": Array.from({ length: 8 }, (_, i) => [40 * i, 472] as const),
};

describe.each(Object.entries(gatherings))("names of eight heads %s", (_, points) => {
  const heads = points.map((at, i): NamedHead => ({ at, width: 50 + 12 * i, isAbove: i % 2 === 0 }));
  const leaders = leadersOf(heads, viewport);

  it("do not lie on each other", () => {
    leaders.forEach(({ box }, i) => {
      expect(leaders.slice(i + 1).filter((other) => overlap(box, other.box, 0))).toEqual([]);
    });
  });

  it("stand on the map, on their side, in the order of the heads", () => {
    leaders.forEach(({ box, at }, i) => {
      expect(box.x0).toBeGreaterThanOrEqual(0);
      expect(box.x1).toBeLessThanOrEqual(viewport.width);
      expect(at[1] < viewport.height / 2).toBe(heads[i]!.isAbove);
    });
  });

  it("are each on the line of their head", () => {
    leaders.forEach(({ line }, i) => expect(line.x).toBe(heads[i]!.at[0]));
  });
});

it("a name at a border is held by its end there, however wide its letters are", () => {
  const heads = [0, 472, 944].map((x): NamedHead => ({ at: [x, 236], width: 90, isAbove: true }));
  expect(leadersOf(heads, viewport).map(({ hold }) => hold)).toEqual([
    { x: 6, anchor: "start" },
    { x: 472, anchor: "middle" },
    { x: 938, anchor: "end" },
  ]);
});

it("no line runs through a name where heads come one after another", () => {
  const heads = gatherings["on their way to one minimum"]!.map((at): NamedHead => ({
    at,
    width: 70,
    isAbove: true,
  }));
  const leaders = leadersOf(heads.slice(0, 5), viewport);
  for (const { line } of leaders)
    for (const { box } of leaders)
      expect(line.x > box.x0 + 8 && line.x < box.x1 - 8 && line.from < box.y0, `${line.x}`).toBe(false);
});
