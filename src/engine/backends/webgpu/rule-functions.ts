import type { Rule } from "../../../experiment/rule";
import type { Assignment } from "../../../formula/ast";
import { toWgsl } from "../../../formula/emit/wgsl";

/**
 * WGSL of one rule for one parameter; needs wgslPreamble in its module. `suffix` tells rules of one module apart:
 * `_Slot` holds theta and the state in its order, `_penalised` adds what belongs to the gradient before its norm is
 * taken, `_updated` makes a step. All names of its own begin with `_`, which no name of a formula does.
 */
export function ruleFunctions(rule: Rule, suffix = ""): string {
  const remembered = ["theta", ...rule.state];
  const locals = new Set(
    rule.update.map(({ target }) => target).filter((name) => name !== "g" && !remembered.includes(name)),
  );
  const given = parameters(rule.hyperparameters);
  return `struct _Slot${suffix} {
${remembered.map((name) => `  ${name}: f32,`).join("\n")}
}

fn _penalised${suffix}(theta: f32, _raw: f32${given}) -> f32 {
  var g = _raw;
${assigned(rule.penalties)}
  return g;
}

fn _updated${suffix}(_slot: _Slot${suffix}, _prepared: f32, g_norm: f32, loss_t: f32, t: f32${given}${parameters(perStepNames(rule))}) -> _Slot${suffix} {
  var g = _prepared;
${remembered.map((name) => `  var ${name} = _slot.${name};`).join("\n")}
${[...locals].map((name) => `  var ${name}: f32;`).join("\n")}
${assigned(rule.update)}
  return _Slot${suffix}(${remembered.join(", ")});
}`;
}

/** Names of the values that are computed once a step, in the order of their table. */
export const perStepNames = (rule: Rule): string[] => rule.perStep.map(({ target }) => target);

/** What a value read from a table is called where it is handed on: a formula's name might be the kernel's own. */
export const givenName = (name: string): string => `_given_${name}`;

/** Arguments for the formulas' own numbers. */
export const handed = (names: readonly string[]): string =>
  names.map((name) => `, ${givenName(name)}`).join("");

const parameters = (names: readonly string[]) => names.map((name) => `, ${name}: f32`).join("");

const assigned = (lines: readonly Assignment[]) =>
  lines.map(({ target, value }) => `  ${target} = ${toWgsl(value)};`).join("\n");
