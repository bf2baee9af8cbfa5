import type { Assignment } from "../../../formula/ast";
import { toClosure } from "../../../formula/emit/evaluate";
import { jsPreamble, toJs } from "../../../formula/emit/js";
import { namesIn } from "../../../formula/scope";
import type { Rule } from "../../../experiment/rule";

/** One step of a rule for all parameters of a run, each in its place of equally long arrays. */
export type UpdateArguments = {
  /** Moved on. */
  readonly theta: Float64Array;
  /** The gradient; penalties are added to it. */
  readonly gradient: Float64Array;
  /** What the rule remembers, in the order of `rule.state`; moved on. */
  readonly state: readonly Float64Array[];
  /** Values of rule.hyperparameters. */
  readonly hyperparameters: ArrayLike<number>;
  /** Values of rule.perStep at `t`. */
  readonly perStep: ArrayLike<number>;
  /** From 1. */
  readonly t: number;
  /** The loss that the step sets out from. */
  readonly loss: number;
};

export type Update = (given: UpdateArguments) => void;

/**
 * A rule's step as a loop over parameters in plain JavaScript. Throws EvalError where a content policy forbids generated
 * code. As in walk.ts only the emitter's own text and names the parser passed reach it; all else begins with `$`.
 */
export function generateUpdate(rule: Rule): Update {
  const { state, hyperparameters, perStep, penalties, update, readsNorm } = rule;
  const list = (names: readonly string[], of: (name: string, i: number) => string) => names.map(of).join(" ");
  const assigned = (lines: readonly Assignment[], declared: Set<string>) =>
    lines
      .map(({ target, value }) => {
        const keyword = declared.has(target) ? "" : "let ";
        declared.add(target);
        return `${keyword}${target} = ${toJs(value)};`;
      })
      .join(" ");
  const penalised = penalties.length
    ? `{ const theta = $theta[$i]; let g = $gradient[$i]; ${assigned(penalties, new Set(["g"]))} $gradient[$i] = g; }`
    : "";
  const body = `"use strict";
${jsPreamble}
return ({ theta: $theta, gradient: $gradient, state: $state, hyperparameters: $given, perStep: $row, t, loss: loss_t }) => {
  const $count = $theta.length;
  ${list(hyperparameters, (name, i) => `const ${name} = $given[${i}];`)}
  ${list(
    perStep.map(({ target }) => target),
    (name, i) => `const ${name} = $row[${i}];`,
  )}
  ${list(state, (name, i) => `const $${name} = $state[${i}];`)}
  ${
    readsNorm
      ? `let $squares = 0;
  for (let $i = 0; $i < $count; $i++) { ${penalised} $squares += $gradient[$i] * $gradient[$i]; }
  const g_norm = Math.sqrt($squares);`
      : ""
  }
  for (let $i = 0; $i < $count; $i++) {
    ${readsNorm ? "" : penalised}
    let theta = $theta[$i], g = $gradient[$i]; ${list(state, (name) => `let ${name} = $${name}[$i];`)}
    ${assigned(update, new Set(["theta", "g", ...state]))}
    $theta[$i] = theta; ${list(state, (name) => `$${name}[$i] = ${name};`)}
  }
};`;
  // The fence: `body` holds vocabulary templates, printed numbers and names the parser let through.
  return (new Function(body) as () => Update)();
}

/** The same over closures: the meaning of the rule, and what runs where code may not be generated. */
export function closureUpdate(rule: Rule): Update {
  const given = ["theta", "g", "t", "g_norm", "loss_t", ...rule.state, ...rule.hyperparameters];
  const ahead = rule.perStep.map(({ target }) => target);
  const assigned = [...rule.penalties, ...rule.update].map(({ target }) => target);
  const names = [...new Set([...given, ...ahead, ...assigned])];
  const compiled = (lines: readonly Assignment[]) =>
    lines.map(({ target, value }) => ({ slot: names.indexOf(target), compute: toClosure(value, names) }));
  const [penalties, lines] = [compiled(rule.penalties), compiled(rule.update)];
  const values = new Float64Array(names.length);
  return ({ theta, gradient, state, hyperparameters, perStep, t, loss }) => {
    rule.hyperparameters.forEach((name, i) => (values[names.indexOf(name)] = hyperparameters[i]!));
    ahead.forEach((name, i) => (values[names.indexOf(name)] = perStep[i]!));
    values[2] = t;
    values[4] = loss;
    let squares = 0;
    for (let i = 0; i < theta.length; i++) {
      values[0] = theta[i]!;
      values[1] = gradient[i]!;
      for (const { slot, compute } of penalties) values[slot] = compute(values);
      gradient[i] = values[1];
      squares += values[1] * values[1];
    }
    values[3] = Math.sqrt(squares);
    for (let i = 0; i < theta.length; i++) {
      values[0] = theta[i]!;
      values[1] = gradient[i]!;
      for (let s = 0; s < state.length; s++) values[5 + s] = state[s]![i]!;
      for (const { slot, compute } of lines) values[slot] = compute(values);
      theta[i] = values[0];
      for (let s = 0; s < state.length; s++) state[s]![i] = values[5 + s]!;
    }
  };
}

const updates = new Map<string, Update>();

/** The update of a rule, generated once, or over closures where generating is forbidden. */
export function updateOf(rule: Rule): Update {
  let update = updates.get(rule.text);
  if (!update) {
    try {
      update = generateUpdate(rule);
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      update = closureUpdate(rule);
    }
    updates.set(rule.text, update);
  }
  return update;
}

/** First values of a rule's state for parameters `theta`; a closure each, not one a parameter. */
export function firstStates(
  { initial }: Rule,
  hyperparameters: Readonly<Record<string, number>>,
  theta: Float64Array,
): Float64Array[] {
  const names = ["theta", ...Object.keys(hyperparameters)];
  const values = [0, ...Object.values(hyperparameters)];
  return initial.map((expression) => {
    const first = toClosure(expression, names);
    if (!namesIn(expression).has("theta")) return new Float64Array(theta.length).fill(first(values));
    return theta.map((value) => {
      values[0] = value;
      return first(values);
    });
  });
}
