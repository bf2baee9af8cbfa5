import { expect, test } from "vitest";
import { valuesOf } from "../../experiment/spec";
import { schedules } from "../../schedules/index";
import { scheduledRates } from "./scheduled-rates";

const ratesOf = (id: keyof typeof schedules, given: Record<string, number> = {}, steps = 121) =>
  scheduledRates(schedules[id], valuesOf(schedules[id].parameters, given), steps);

test("half of the cosine is down at half of the budget, and one-cycle peaks where it is told", () => {
  const cosine = ratesOf("cosine")!;
  expect(cosine[0]).toEqual([0, 1]);
  expect(cosine[30]![1]).toBeCloseTo(0.5, 1);
  const cycle = ratesOf("one-cycle", { peak: 0.5 })!;
  expect(cycle.findIndex(([, rate]) => rate === 1) / 60).toBeCloseTo(0.5, 1);
});

test("every schedule but the one that looks at the loss is known beforehand, whatever the budget", () => {
  for (const id of Object.keys(schedules) as (keyof typeof schedules)[])
    for (const steps of [1, 2, 100, 18_750]) {
      const rates = ratesOf(id, {}, steps);
      expect(rates === undefined).toBe(id === "plateau");
      for (const [, rate] of rates ?? []) expect(rate >= 0 && rate <= 1, `${id} ${rate}`).toBe(true);
    }
});
