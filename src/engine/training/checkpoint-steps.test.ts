import { expect, it } from "vitest";
import { checkpointSteps } from "./checkpoint-steps";

it.each([
  [374, 187],
  [18_750, 1875],
  [2000, 612],
  [200, 31],
  [3, 187],
  [0, 187],
])(
  "%i steps of %i an epoch are measured in order, from the first to the last, none twice",
  (steps, perEpoch) => {
    const measured = [...checkpointSteps(steps, perEpoch)];
    expect(measured).toEqual([...new Set(measured)].sort((a, b) => a - b));
    expect([measured[0], measured.at(-1)]).toEqual([0, steps]);
  },
);

it("every tenth of an epoch is among them, and the first steps densely", () => {
  const measured = checkpointSteps(18_750, 1875);
  for (let tenth = 1; tenth <= 100; tenth++) expect(measured).toContain(Math.round(187.5 * tenth));
  expect([...measured].slice(0, 11)).toEqual([0, 5, 10, 20, 30, 40, 50, 75, 100, 188, 375]);
});

it("however short the epochs, measuring never comes more often than every fifty steps, once the first are over", () => {
  for (const perEpoch of [1, 3, 31, 187, 499]) {
    const measured = [...checkpointSteps(3000, perEpoch)].filter((step) => step > 100 && step < 3000);
    expect(measured.length).toBeGreaterThan(25);
    for (const [i, step] of measured.slice(1).entries())
      expect(step - measured[i]!).toBeGreaterThanOrEqual(49);
  }
});
