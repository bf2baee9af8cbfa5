import type { Assignment } from "../formula/ast";
import { toClosure, type Closure } from "../formula/emit/evaluate";
import { namesIn } from "../formula/scope";
import type { Recording } from "./recording";
import type { RunSpec } from "./spec";
import type { Rule } from "./rule";

/** An assignment: where its value goes, and what computes it. */
type Row = { readonly target: number; readonly compute: Closure };

/** A rule that can be walked along recorded gradients, parted by how often its rows are computed. */
export type WalkableRule = {
  /** Names in a fixed order: the given ones first. */
  readonly names: readonly string[];
  readonly state: readonly string[];
  readonly initial: readonly Closure[];
  /** Whether the iterates recorded are where the gradients were taken. */
  readonly isWhereItReports: boolean;
  readonly onceARun: readonly Row[];
  /** The same for every coordinate: `1 - beta1^t`. */
  readonly onceAStep: readonly Row[];
  readonly penalties: readonly Row[];
  readonly update: readonly Row[];
};

/** A rule on its way along a run: what each name stands for, for x and for y. */
export type Walk = {
  /** By the rule's `names`. */
  readonly values: readonly [Float64Array, Float64Array];
  /** Steps that are behind it. */
  readonly done: number;
  /** Hands in what the next step sets out from: gradient, loss, and all that is the same for every coordinate. */
  begin(): void;
  /** Computes the step that has begun. */
  finish(): void;
  /** Goes on from after `done` steps, with values kept from there. */
  resume(done: number, values: readonly [Float64Array, Float64Array]): void;
};

const given = ["theta", "g", "t", "g_norm", "loss_t"] as const;
const [theta, g, t, norm, loss] = [0, 1, 2, 3, 4];
const axes = [0, 1] as const;

/**
 * Sets out to walk a rule along the gradients of a run, which are recorded as what it remembers is not. `numbers` are
 * the values of all hyperparameters, `until` those before a step, of a run that branches there.
 */
export function walkAlong(
  rule: WalkableRule,
  recording: Recording,
  run: number,
  numbers: Readonly<Record<string, number>>,
  until?: RunSpec["until"],
): Walk {
  const common = Float64Array.from(rule.names, (name) => (until?.hyperparameters ?? numbers)[name] ?? 0);
  apply(rule.onceARun, common);
  const values = [common.slice(), common.slice()] as const;
  for (const axis of axes) {
    const own = values[axis];
    own[theta] = recording.positionAt(run, 0)[axis];
    rule.initial.forEach((first, i) => (own[rule.names.indexOf(rule.state[i]!)] = first(own)));
  }
  let done = 0;
  /** Takes other numbers, as a run that branches does. */
  function turnTo(held: Readonly<Record<string, number>>) {
    for (const [place, name] of rule.names.entries()) {
      if (!Object.hasOwn(held, name)) continue;
      common[place] = held[name]!;
      for (const axis of axes) values[axis][place] = held[name]!;
    }
    apply(rule.onceARun, common);
    for (const { target } of rule.onceARun) for (const axis of axes) values[axis][target] = common[target]!;
  }
  return {
    values,
    get done() {
      return done;
    },
    begin() {
      const [position, gradient] = [recording.positionAt(run, done), recording.gradientAt(run, done)];
      common[t] = done + 1;
      if (until) turnTo(done < until.step ? until.hyperparameters : numbers);
      apply(rule.onceAStep, common);
      for (const axis of axes) {
        const own = values[axis];
        own[t] = done + 1;
        own[loss] = recording.lossAt(run, done);
        for (const { target } of rule.onceAStep) own[target] = common[target]!;
        if (rule.isWhereItReports) own[theta] = position[axis];
        own[g] = gradient[axis];
      }
    },
    finish() {
      for (const axis of axes) apply(rule.penalties, values[axis]);
      const length = Math.hypot(values[0][g]!, values[1][g]!);
      for (const axis of axes) {
        values[axis][norm] = length;
        apply(rule.update, values[axis]);
      }
      done++;
    },
    resume(from, kept) {
      done = from;
      for (const axis of axes) values[axis].set(kept[axis]);
    },
  };
}

function apply(rows: readonly Row[], values: Float64Array): void {
  for (const { target, compute } of rows) values[target] = compute(values);
}

const walkables = new Map<string, WalkableRule>();

/** Prepared once for each rule: a slider's move changes none. */
export function walkableRule(rule: Rule): WalkableRule {
  const known = walkables.get(rule.text);
  if (known) return known;
  const { state, hyperparameters, perStep, penalties, update } = rule;
  const targets = [...perStep, ...penalties, ...update].map(({ target }) => target);
  const names = [...new Set([...given, ...state, ...hyperparameters, ...targets])];
  const rowOf = ({ target, value }: Assignment): Row => ({
    target: names.indexOf(target),
    compute: toClosure(value, names),
  });
  const changing = new Set(["t"]);
  for (const { target, value } of perStep)
    if ([...namesIn(value)].some((name) => changing.has(name))) changing.add(target);
  const walkable: WalkableRule = {
    names,
    state,
    initial: rule.initial.map((expression) => toClosure(expression, names)),
    isWhereItReports: rule.reports === "theta",
    onceARun: perStep.filter(({ target }) => !changing.has(target)).map(rowOf),
    onceAStep: perStep.filter(({ target }) => changing.has(target)).map(rowOf),
    penalties: penalties.map(rowOf),
    update: update.map(rowOf),
  };
  walkables.set(rule.text, walkable);
  return walkable;
}
