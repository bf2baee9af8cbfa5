import { expect, it } from "vitest";
import { checkpointSteps } from "./checkpoint-steps";

it.each([
  [374, 187],
  [18_750, 1875],
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
  const measured = [...checkpointSteps(374, 187)];
  expect(measured.filter((step) => step > 100)).toEqual([
    112, 131, 150, 168, 187, 206, 224, 243, 262, 281, 299, 318, 337, 355, 374,
  ]);
  expect(measured.slice(0, 5)).toEqual([0, 5, 10, 19, 20]);
});
