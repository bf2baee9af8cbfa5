import { fold, withChildren, type Assignment, type Expression } from "./ast";
import { literalOf } from "./powers";
import { hoistedPrefix } from "./reserved";
import { namesIn } from "./scope";

/** A program in two parts: what is computed once a step in float64, and what is left for every parameter. */
type Hoisted = { readonly hoisted: readonly Assignment[]; readonly program: readonly Assignment[] };

/**
 * Moves every largest subtree that reads nothing varying out of a program, under the names hoisted_0, hoisted_1 ...
 * A kernel then needs no `1 - beta2^t` (wrong in float32) and no cosine of a constant (imprecise in WGSL).
 * Varying are: for a rule `theta`, `g` and its state; for a surface `x` and `y`.
 */
export function hoist(program: readonly Assignment[], varying: ReadonlySet<string>): Hoisted {
  const names = new Map<string, string>();
  const hoisted: Assignment[] = [];
  /** Locals that read nothing varying, and what stands for them from here on. */
  const constants = new Map<string, Expression>();
  const varyingNow = new Set(varying);
  const rest: Assignment[] = [];

  program.forEach(({ target, value }, line) => {
    const part = parted(value);
    const moved = withoutConstant(part);
    constants.delete(target);
    varyingNow.add(target);
    if (part.isConstant && !varying.has(target)) {
      constants.set(target, moved);
      varyingNow.delete(target);
      // What no later line reads is a result of the program, not a local.
      if (program.slice(line + 1).some((later) => namesIn(later.value).has(target))) return;
    }
    rest.push({ target, value: moved });
  });
  return { hoisted, program: rest };

  /** Nothing is simplified on the way, so that values stay the same bit for bit. */
  function parted(expression: Expression): Part {
    return fold<Part>(expression, (node, parts) => {
      if (node.kind === "name")
        return { expression: constants.get(node.name) ?? node, isConstant: !varyingNow.has(node.name) };
      const isConstant = parts.every((part) => part.isConstant);
      const children = parts.map((part) => (isConstant ? part.expression : withoutConstant(part)));
      return { expression: withChildren(node, children), isConstant };
    });
  }

  function withoutConstant({ expression, isConstant }: Part): Expression {
    if (!isConstant || expression.kind === "name" || literalOf(expression) !== undefined) return expression;
    const key = JSON.stringify(expression);
    let name = names.get(key);
    if (name === undefined) {
      name = `${hoistedPrefix}${hoisted.length}`;
      names.set(key, name);
      hoisted.push({ target: name, value: expression });
    }
    return { kind: "name", name };
  }
}

type Part = { readonly expression: Expression; readonly isConstant: boolean };
