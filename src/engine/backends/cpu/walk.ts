import type { Assignment } from "../../../formula/ast";
import { toClosure } from "../../../formula/emit/evaluate";
import { jsPreamble, toJs } from "../../../formula/emit/js";
import { namesIn } from "../../../formula/scope";
import type { Objective } from "../../compile";
import type { Rule } from "../../../experiment/rule";
import { disturbanceSize } from "../../disturbance";
import { partedByTime } from "../parted-by-time";

/** One run of a rule on a surface: where it stands, what it reads, and where its frames go. */
export type Walk = {
  /** x, y where the next gradient is taken; moved on. */
  readonly position: Float64Array;
  /** Shape [2, rule.state.length]: what the rule remembers for x, then for y; moved on. */
  readonly state: Float64Array;
  /** Values of rule.hyperparameters. */
  readonly hyperparameters: ArrayLike<number>;
  /** Values of objective.parameters, then of objective.constants. */
  readonly constants: ArrayLike<number>;
  /** Shape [steps + 1, disturbanceSize]. */
  readonly noise: Float64Array | undefined;
  readonly first: number;
  readonly count: number;
  /** The frame with this index is the last: recorded, and not stepped from. */
  readonly steps: number;
  /** Shape [count]. */
  readonly loss: Float64Array;
  /** Shape [count, 2], both. */
  readonly theta: Float64Array;
  readonly gradient: Float64Array;
};

export type Walker = (walk: Walk) => void;

/**
 * A loop in plain JavaScript, generated from both formulas: as fast as written by hand. Throws EvalError where a
 * content policy forbids generated code. Only the emitter's own text and names the parser passed reach it; all
 * else begins with `$`, which no formula can say. What is named `$x_m` is the state `m` of the coordinate x.
 */
export function generateWalker(objective: Objective, rule: Rule): Walker {
  const list = <T extends string>(names: readonly T[], of: (name: T, i: number) => string) =>
    names.map(of).join(" ");
  const assigned = (lines: readonly Assignment[], declared: Set<string>) =>
    lines
      .map(({ target, value }) => {
        const keyword = declared.has(target) ? "" : "let ";
        declared.add(target);
        return `${keyword}${target} = ${toJs(value)};`;
      })
      .join("\n      ");
  const surfaceNames = [...objective.parameters, ...targetsOf(objective.constants)];
  /** A block in which the surface's names mean what they do there, and no rule's; a compiler sees through it. */
  const onSurface = (x: string, y: string, statement: string) =>
    `{ const x = ${x}, y = ${y}; ${list(surfaceNames, (name, i) => `const ${name} = $constant${i};`)}
      ${statement} }`;
  const penalised = (c: Coordinate) =>
    rule.penalties.length === 0
      ? ""
      : `{ const theta = $${c}; let g = $g${c}; ${assigned(rule.penalties, new Set(["g"]))} $g${c} = g; }`;
  const updated = (c: Coordinate) => `{
      let theta = $${c}, g = $g${c}; ${list(rule.state, (name) => `let ${name} = $${c}_${name};`)}
      ${assigned(rule.update, new Set(["theta", "g", ...rule.state]))}
      $${c} = theta; ${list(rule.state, (name) => `$${c}_${name} = ${name};`)}
    }`;
  const [stateX, stateY] = coordinates.map((c) => rule.state.map((name) => `$${c}_${name}`));
  const slots = [...stateX!, ...stateY!];
  const [reportedX, reportedY] = coordinates.map((c) =>
    rule.state.includes(rule.reports) ? `$${c}_${rule.reports}` : `$${c}`,
  );
  const { steady, moving } = partedByTime(rule.perStep);
  const row = targetsOf(moving);
  // Powers of beta cost more than all the rest of a step: they are kept for the next walk with the same betas.
  const table = `const $asked = [$first, $count, ${keyOf(rule).join(", ")}];
  if (!$asked.every(($value, $i) => Object.is($value, $known[$i]))) {
    $known = $asked;
    $table = new Float64Array(${row.length} * $count);
    for (let $k = 0; $k < $count; $k++) {
      const t = $first + $k + 1;
      ${assigned(moving, new Set())}
      ${list(row, (name, i) => `$table[${row.length} * $k + ${i}] = ${name};`)}
    }
  }
  const $rows = $table;`;

  const body = `"use strict";
${jsPreamble}
let $known = [], $table;
return ($walk) => {
  const { position: $position, state: $state, noise: $noise } = $walk;
  const { first: $first, count: $count, steps: $steps, loss: $loss, theta: $theta, gradient: $gradient } = $walk;
  ${list(surfaceNames, (_, i) => `const $constant${i} = $walk.constants[${i}];`)}
  ${list(rule.hyperparameters, (name, i) => `const ${name} = $walk.hyperparameters[${i}];`)}
  ${assigned(steady, new Set())}
  ${row.length > 0 ? table : ""}
  let $x = $position[0], $y = $position[1];
  ${list(slots, (slot, i) => `let ${slot} = $state[${i}];`)}
  for (let $k = 0; $k < $count; $k++) {
    let $gx, $gy;
    ${onSurface("$x", "$y", `$gx = ${toJs(objective.gradient[0])}; $gy = ${toJs(objective.gradient[1])};`)}
    if ($noise) {
      const $n = ${disturbanceSize} * ($first + $k);
      $gx += $noise[$n] + $noise[$n + 2] * $x + $noise[$n + 3] * $y;
      $gy += $noise[$n + 1] + $noise[$n + 3] * $x + $noise[$n + 4] * $y;
    }
    ${onSurface(reportedX!, reportedY!, `$loss[$k] = ${toJs(objective.value)};`)}
    $theta[2 * $k] = ${reportedX}; $theta[2 * $k + 1] = ${reportedY};
    $gradient[2 * $k] = $gx; $gradient[2 * $k + 1] = $gy;
    if ($first + $k === $steps) break;
    const t = $first + $k + 1;
    ${list(row, (name, i) => `const ${name} = $rows[${row.length} * $k + ${i}];`)}
    ${list(coordinates, penalised)}
    ${rule.readsNorm ? "const g_norm = Math.hypot($gx, $gy);" : ""}
    ${rule.readsLoss ? "const loss_t = $loss[$k];" : ""}
    ${list(coordinates, updated)}
  }
  $position[0] = $x; $position[1] = $y;
  ${list(slots, (slot, i) => `$state[${i}] = ${slot};`)}
};`;
  // The fence: `body` holds vocabulary templates, printed numbers and names the parser let through.
  return (new Function(body) as () => Walker)();
}

const coordinates = ["x", "y"] as const;
type Coordinate = (typeof coordinates)[number];

const targetsOf = (lines: readonly Assignment[]) => lines.map(({ target }) => target);

/** The hyperparameters on which a rule's values per step depend. */
function keyOf({ perStep, hyperparameters }: Rule): string[] {
  const read = new Set(perStep.flatMap(({ value }) => [...namesIn(value)]));
  return hyperparameters.filter((name) => read.has(name));
}

/** The same loop over closures: the meaning of the formulas, and what runs where code may not be generated. */
export function closureWalker(objective: Objective, rule: Rule): Walker {
  const constantNames = [...objective.parameters, ...objective.constants.map(({ target }) => target)];
  const [value, slopeX, slopeY] = [objective.value, ...objective.gradient].map((expression) =>
    toClosure(expression, ["x", "y", ...constantNames]),
  );
  const given = ["theta", "g", "t", "g_norm", "loss_t", ...rule.state, ...rule.hyperparameters];
  const all = [...rule.perStep, ...rule.penalties, ...rule.update];
  const names = [...new Set([...given, ...all.map(({ target }) => target)])];
  const compiled = (lines: Rule["update"]) =>
    lines.map(({ target, value }) => ({ slot: names.indexOf(target), compute: toClosure(value, names) }));
  const [penalties, lines] = [compiled(rule.penalties), compiled([...rule.perStep, ...rule.update])];
  const remembered = rule.state.length;
  const reported = rule.state.indexOf(rule.reports);
  return (walk) => {
    const { position, state, hyperparameters, constants, noise, first, count, steps } = walk;
    for (let k = 0; k < count; k++) {
      const [x, y] = [position[0]!, position[1]!];
      const slopes = [slopeX, slopeY].map((slope) => slope!([x, y, ...Array.from(constants)]));
      if (noise) {
        const [bx, by, xx, xy, yy] = noise.subarray(disturbanceSize * (first + k));
        slopes[0]! += bx! + xx! * x + xy! * y;
        slopes[1]! += by! + xy! * x + yy! * y;
      }
      const at = [0, 1].map((c) => (reported < 0 ? position[c]! : state[c * remembered + reported]!));
      walk.loss[k] = value!([...at, ...Array.from(constants)]);
      walk.theta.set(at, 2 * k);
      walk.gradient.set(slopes, 2 * k);
      if (first + k === steps) break;

      const slots = [0, 1].map((c) => [
        position[c]!,
        slopes[c]!,
        first + k + 1,
        0,
        walk.loss[k]!,
        ...state.subarray(c * remembered, (c + 1) * remembered),
        ...Array.from(hyperparameters),
      ]);
      for (const values of slots) for (const { slot, compute } of penalties) values[slot] = compute(values);
      const norm = Math.hypot(slots[0]![1]!, slots[1]![1]!);
      slots.forEach((values, c) => {
        values[3] = norm;
        for (const { slot, compute } of lines) values[slot] = compute(values);
        position[c] = values[0]!;
        for (let i = 0; i < remembered; i++) state[c * remembered + i] = values[5 + i]!;
      });
    }
  };
}

const walkers = new Map<string, Walker>();

/** The walker of a pair of formulas, generated once, or over closures where generating is forbidden. */
export function walkerOf(objective: Objective, rule: Rule): Walker {
  const key = JSON.stringify([objective.text, objective.parameters, rule.text]);
  let walker = walkers.get(key);
  if (!walker) {
    try {
      walker = generateWalker(objective, rule);
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      walker = closureWalker(objective, rule);
    }
    walkers.set(key, walker);
  }
  return walker;
}
