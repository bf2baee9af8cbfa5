import { toClosure } from "../../formula/emit/evaluate";
import { parseProgram } from "../../formula/parse";
import { namesIn } from "../../formula/scope";
import type { Schedule } from "../../schedules/schedule";

/** Steps at which a rate is looked at: more would not be seen in a line of this size. */
const points = 60;

/**
 * The rate over a budget of steps as points (share of the budget, share of the highest rate), both 0 to 1; undefined
 * for a schedule that depends on the loss, whose rates are not known beforehand.
 */
export function scheduledRates(
  schedule: Schedule,
  parameters: Readonly<Record<string, number>>,
  steps: number,
): [number, number][] | undefined {
  const lines = parseProgram(schedule.rate);
  if (lines.some(({ value }) => namesIn(value).has("loss_t"))) return undefined;
  const given = { lr: 1, t: 1, steps, ...parameters };
  const names = [...new Set([...Object.keys(given), ...lines.map(({ target }) => target)])];
  const program = lines.map(({ target, value }) => ({
    at: names.indexOf(target),
    compute: toClosure(value, names),
  }));
  const rates = Array.from({ length: points + 1 }, (_, i) => {
    const t = 1 + Math.round((i / points) * (steps - 1));
    const values: number[] = Object.values({ ...given, t });
    for (const { at, compute } of program) values[at] = compute(values);
    return values[names.indexOf("lr_t")]!;
  });
  const highest = Math.max(...rates, Number.MIN_VALUE);
  return rates.map((rate, i) => [i / points, rate / highest]);
}
