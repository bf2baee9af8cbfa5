import { toClosure } from "../../../formula/emit/evaluate";
import { jsPreamble, toJs } from "../../../formula/emit/js";
import type { Objective } from "../../compile";
import type { Rule } from "../../../experiment/rule";
import { disturbanceSize } from "../../disturbance";

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
 * else begins with `$`, which no formula can say.
 */
export function generateWalker(objective: Objective, rule: Rule): Walker {
  const read = (names: readonly string[], array: string) =>
    names.map((name, i) => `const ${name} = ${array}[${i}];`).join(" ");
  const width = rule.state.length;
  const assigned = (lines: Rule["update"], declared: Set<string>) =>
    lines
      .map(({ target, value }) => {
        const keyword = declared.has(target) ? "" : "let ";
        declared.add(target);
        return `${keyword}${target} = ${toJs(value)};`;
      })
      .join("\n      ");
  const penalised = (theta: string, g: string) =>
    rule.penalties.length === 0
      ? ""
      : `{ const theta = ${theta}; let g = ${g}; ${assigned(rule.penalties, new Set(["g"]))} ${g} = g; }`;
  const updated = (coordinate: number, theta: string, g: string) => {
    const slot = (i: number) => `$state[${coordinate * width + i}]`;
    return `{
      let theta = ${theta}, g = ${g};
      ${rule.state.map((name, i) => `let ${name} = ${slot(i)};`).join(" ")}
      ${assigned(rule.update, new Set(["theta", "g", ...rule.state]))}
      ${theta} = theta;
      ${rule.state.map((name, i) => `${slot(i)} = ${name};`).join(" ")}
    }`;
  };
  const reported = rule.state.indexOf(rule.reports);
  const [atX, atY] = reported < 0 ? ["$x", "$y"] : [`$state[${reported}]`, `$state[${width + reported}]`];
  const body = `"use strict";
${jsPreamble}
return ($walk) => {
  const $objective = ($constants) => {
    ${read([...objective.parameters, ...objective.constants.map(({ target }) => target)], "$constants")}
    return [(x, y) => ${toJs(objective.value)}, (x, y) => ${toJs(objective.gradient[0])}, (x, y) => ${toJs(objective.gradient[1])}];
  };
  const [$value, $slopeX, $slopeY] = $objective($walk.constants);
  const { position: $position, state: $state, noise: $noise } = $walk;
  const { first: $first, count: $count, steps: $steps, loss: $loss, theta: $theta, gradient: $gradient } = $walk;
  ${read(rule.hyperparameters, "$walk.hyperparameters")}
  let $x = $position[0], $y = $position[1];
  for (let $k = 0; $k < $count; $k++) {
    let $gx = $slopeX($x, $y), $gy = $slopeY($x, $y);
    if ($noise) {
      const $n = ${disturbanceSize} * ($first + $k);
      $gx += $noise[$n] + $noise[$n + 2] * $x + $noise[$n + 3] * $y;
      $gy += $noise[$n + 1] + $noise[$n + 3] * $x + $noise[$n + 4] * $y;
    }
    const $rx = ${atX}, $ry = ${atY};
    $loss[$k] = $value($rx, $ry);
    $theta[2 * $k] = $rx; $theta[2 * $k + 1] = $ry;
    $gradient[2 * $k] = $gx; $gradient[2 * $k + 1] = $gy;
    if ($first + $k === $steps) break;
    const t = $first + $k + 1;
    ${rule.perStep.map(({ target, value }) => `const ${target} = ${toJs(value)};`).join("\n    ")}
    ${penalised("$x", "$gx")}
    ${penalised("$y", "$gy")}
    ${rule.readsNorm ? "const g_norm = Math.hypot($gx, $gy);" : ""}
    ${rule.readsLoss ? "const loss_t = $loss[$k];" : ""}
    ${updated(0, "$x", "$gx")}
    ${updated(1, "$y", "$gy")}
  }
  $position[0] = $x; $position[1] = $y;
};`;
  // The fence: `body` holds vocabulary templates, printed numbers and names the parser let through.
  return (new Function(body) as () => Walker)();
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
