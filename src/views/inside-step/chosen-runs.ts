import type { ExperimentSpec } from "../../experiment/spec";

/** More runs beside each other would leave their lines no room. */
const most = 2;

/** Numbers of the runs looked into: those asked for, as far as they are there, else the first two shown. */
export function chosenRuns(
  { runs }: Pick<ExperimentSpec, "runs">,
  asked: readonly number[] | undefined,
  hidden: ReadonlySet<number>,
): readonly number[] {
  const numbers = runs.map(({ number }) => number);
  const there = (asked ?? []).filter((number) => numbers.includes(number));
  if (there.length > 0) return there.slice(0, most);
  const shown = numbers.filter((number) => !hidden.has(number));
  return (shown.length > 0 ? shown : numbers).slice(0, most);
}

/** The same choice with another run in one place; a run that stands in the other place changes places with it. */
export function withRunAt(chosen: readonly number[], place: number, number: number): readonly number[] {
  const other = chosen.indexOf(number);
  return chosen.map((each, i) => (i === place ? number : i === other ? chosen[place]! : each));
}
