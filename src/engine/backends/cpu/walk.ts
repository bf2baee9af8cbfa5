import { toClosure } from "../../../formula/emit/evaluate";
import { jsPreamble, toJs } from "../../../formula/emit/js";
import type { Objective, Rule } from "../../compile";

/** One run of a rule on a surface: where it stands, what it reads, and where its frames go. */
export type Walk = {
  /** x, y of the next frame; moved on. */
  readonly position: Float64Array;
  /** Shape [2, rule.state.length]: what the rule remembers for x, then for y; moved on. */
  readonly state: Float64Array;
  /** Values of rule.hyperparameters. */
  readonly hyperparameters: ArrayLike<number>;
  /** Values of objective.parameters, then of objective.constants. */
  readonly constants: ArrayLike<number>;
  /** Shape [steps + 1, 2]. */
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
  const update = (coordinate: number, theta: string, g: string) => {
    const declared = new Set(["theta", ...rule.state]);
    const lines = rule.update.map(({ target, value }) => {
      const keyword = declared.has(target) ? "" : "let ";
      declared.add(target);
      return `${keyword}${target} = ${toJs(value)};`;
    });
    const slot = (i: number) => `$state[${coordinate * rule.state.length + i}]`;
    return `{
      let theta = ${theta}; const g = ${g};
      ${rule.state.map((name, i) => `let ${name} = ${slot(i)};`).join(" ")}
      ${lines.join("\n      ")}
      ${theta} = theta;
      ${rule.state.map((name, i) => `${slot(i)} = ${name};`).join(" ")}
    }`;
  };
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
    if ($noise) { $gx += $noise[2 * ($first + $k)]; $gy += $noise[2 * ($first + $k) + 1]; }
    $loss[$k] = $value($x, $y);
    $theta[2 * $k] = $x; $theta[2 * $k + 1] = $y;
    $gradient[2 * $k] = $gx; $gradient[2 * $k + 1] = $gy;
    if ($first + $k === $steps) break;
    const t = $first + $k + 1;
    ${rule.perStep.map(({ target, value }) => `const ${target} = ${toJs(value)};`).join("\n    ")}
    ${update(0, "$x", "$gx")}
    ${update(1, "$y", "$gy")}
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
  const given = [
    "theta",
    "g",
    "t",
    ...rule.state,
    ...rule.hyperparameters,
    ...rule.perStep.map((line) => line.target),
  ];
  const names = [...new Set([...given, ...rule.update.map(({ target }) => target)])];
  const lines = [...rule.perStep, ...rule.update].map(({ target, value }) => ({
    slot: names.indexOf(target),
    compute: toClosure(value, names),
  }));
  return (walk) => {
    const { position, state, hyperparameters, constants, noise, first, count, steps } = walk;
    const remembered = rule.state.length;
    for (let k = 0; k < count; k++) {
      const at = [position[0]!, position[1]!, ...Array.from(constants)];
      const slopes = [slopeX!(at), slopeY!(at)];
      for (const c of [0, 1]) {
        walk.theta[2 * k + c] = position[c]!;
        walk.gradient[2 * k + c] = slopes[c]! + (noise ? noise[2 * (first + k) + c]! : 0);
      }
      walk.loss[k] = value!(at);
      if (first + k === steps) break;
      for (const c of [0, 1]) {
        const values = [
          position[c]!,
          walk.gradient[2 * k + c]!,
          first + k + 1,
          ...state.subarray(c * remembered, (c + 1) * remembered),
          ...Array.from(hyperparameters),
        ];
        for (const { slot, compute } of lines) values[slot] = compute(values);
        position[c] = values[0]!;
        for (let i = 0; i < remembered; i++) state[c * remembered + i] = values[3 + i]!;
      }
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
