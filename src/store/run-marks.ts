import { problemOf, type Problem } from "../experiment/problem";
import { maximumRuns, type RunSpec } from "../experiment/spec";
import { longestLabel } from "../experiment/run-label";
import { refuse } from "../words/link-sentences";

/** What a link says of its runs beside what they compute: `numbers=2,1` and any number of `label=1:Heavy ball`. */
export type RunMarks = { numbers?: string; readonly labels: string[] };

/** Gives runs, by their places in the link, the numbers that are their colours, and the names the visitor gave them. */
export function marked(
  runs: readonly unknown[],
  { numbers, labels }: RunMarks,
  problems: Problem[],
): readonly unknown[] {
  const given = numbers === undefined ? undefined : readNumbers(numbers, runs.length, problems);
  const names = new Map(labels.flatMap((text) => readLabel(text, runs.length, problems)));
  return runs.map((run, i) => {
    const [number, label] = [given?.[i], names.get(i + 1)];
    return {
      ...(run as object),
      ...(number !== undefined && { number }),
      ...(label !== undefined && { label }),
    };
  });
}

function readNumbers(text: string, count: number, problems: Problem[]): number[] | undefined {
  const numbers = text.split(",").map(Number);
  const isNumber = (number: number) => Number.isInteger(number) && number >= 1 && number <= maximumRuns;
  if (numbers.length === count && numbers.every(isNumber) && new Set(numbers).size === count) return numbers;
  const refusal = refuse(
    "numbers gives each run its own, from 1 to {0}, as in numbers=2,1; they were left out",
    maximumRuns,
  );
  problems.push(problemOf("numbers", refusal));
  return undefined;
}

function readLabel(text: string, count: number, problems: Problem[]): [place: number, label: string][] {
  const [, place, label] = /^(\d+):(.*)$/s.exec(text) ?? [];
  if (place !== undefined && Number(place) >= 1 && Number(place) <= count) return [[Number(place), label!]];
  const refusal = refuse(
    "label names a run by its place and calls it something of up to {0} characters, as in label=1:Heavy ball",
    longestLabel,
  );
  problems.push(problemOf("label", refusal));
  return [];
}

/** The numbers of runs as a link says them, unless they are those of their places. */
export function numbersText(runs: readonly RunSpec[]): string | undefined {
  return runs.every(({ number }, i) => number === i + 1)
    ? undefined
    : runs.map(({ number }) => number).join();
}
