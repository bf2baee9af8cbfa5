import { branchOf, numbersOfRun, ruleOfRun } from "../../experiment/composed-rule";
import type { Recording } from "../../experiment/recording";
import { compileRule } from "../../experiment/rule";
import type { ExperimentSpec } from "../../experiment/spec";
import { rateOf, stepPartsOf } from "../../experiment/step-parts";
import { walkableRule, walkAlong } from "../../experiment/walkable-rule";
import type { Series } from "./series";

/** Steps a rate is computed at, at most about: it stays until the next, less than a pixel away. */
const mostTold = 1000;

/**
 * Effective learning rate of each coordinate: how far a step follows the gradient of its own moment, what is remembered
 * aside: lr for momentum, lr / (sqrt(s) + eps) for RMSprop. Where g is about zero there is none, and the value is NaN.
 */
export function effectiveRates(
  recording: Recording,
  run: number,
  spec: ExperimentSpec,
): readonly [x: Series, y: Series] {
  const rule = compileRule(ruleOfRun(spec, spec.runs[run]!));
  const walkable = walkableRule(rule);
  const partsOf = stepPartsOf(rule, walkable);
  const numbers = { ...numbersOfRun(spec, spec.runs[run]!), steps: recording.steps };
  const { until } = branchOf(spec, spec.runs[run]!, recording.steps);
  const walk = walkAlong(walkable, recording, run, numbers, until);
  const count = recording.frames === 0 ? 0 : recording.lastStep(run);
  const every = Math.ceil(count / mostTold);
  const rates = [new Float64Array(count), new Float64Array(count)] as const;
  for (let step = 0; step < count; step++) {
    walk.begin();
    const told = step % every === 0 ? partsOf(walk.values).seen : undefined;
    const [gradient, position] = [recording.gradientAt(run, step), recording.positionAt(run, step)];
    for (const axis of [0, 1] as const)
      rates[axis][step] = told ? rateOf(told[axis], gradient[axis], position[axis]) : rates[axis][step - 1]!;
    walk.finish();
  }
  return [
    { first: 1, values: rates[0] },
    { first: 1, values: rates[1] },
  ];
}

/** Whether two coordinates have rates a reader could tell apart. */
export function differs(x: Series, y: Series): boolean {
  return x.values.some(
    (a, i) => Math.abs(a - y.values[i]!) > 0.01 * Math.max(Math.abs(a), Math.abs(y.values[i]!)),
  );
}
