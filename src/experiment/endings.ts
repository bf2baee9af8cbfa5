import { plannedSteps } from "./budget";
import { numbersOfRun, ruleOfRun } from "./composed-rule";
import type { NetworkSpec, RunSpec } from "./spec";

/** What a network's run ended in, with all that decided it. */
export type Ending = {
  /** Network, data and rule as text: equal texts are equal trainings, but for their numbers. */
  readonly training: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** Infinity where it diverged. */
  readonly loss: number;
};

/** A number that was tried, and the loss it ended in. */
export type Tried = { readonly value: number; readonly loss: number };

/** More are not remembered: eight runs, forty times. */
export const mostEndings = 320;

/** What a run of a network has ended in. */
export const endingOf = (spec: NetworkSpec, run: RunSpec, loss: number): Ending => ({
  training: trainingOf(spec, run),
  numbers: numbersOfRun(spec, run),
  loss,
});

/** What is remembered once more has ended: each training once, the oldest forgotten first. */
export function withEndings(known: readonly Ending[], ended: readonly Ending[]): readonly Ending[] {
  return ended
    .reduce((all, each) => [...all.filter((other) => !isSameTraining(other, each)), each], known)
    .slice(-mostEndings);
}

/** What other values of one of a run's numbers have ended in, all else equal, from the least value to the greatest. */
export function triedOf(
  known: readonly Ending[],
  spec: NetworkSpec,
  run: RunSpec,
  name: string,
): readonly Tried[] {
  const asked = endingOf(spec, run, 0);
  return known
    .filter((ending) => isSameTraining(ending, asked, name))
    .map(({ numbers, loss }) => ({ value: numbers[name]!, loss }))
    .sort((a, b) => a.value - b.value);
}

/** Whether two have the same numbers, but for one, of the same training. */
const isSameTraining = (a: Ending, b: Ending, except?: string) =>
  a.training === b.training &&
  Object.keys(b.numbers).every((name) => name === except || a.numbers[name] === b.numbers[name]);

/** All that decides what a run ends in but its numbers; what it is called, and what is only measured, does not. */
function trainingOf(spec: NetworkSpec, run: RunSpec): string {
  const others = { runs: 0, rules: 0, epochs: 0, fgsm: 0, steps: plannedSteps(spec) };
  // In one order, whichever way the spec came about.
  return JSON.stringify([Object.entries({ ...spec, ...others }).sort(), ruleOfRun(spec, run).text]);
}
