import { childrenOf, fold, type Assignment, type Expression } from "./ast";
import { literalOf } from "./powers";
import { hoistedPrefix } from "./reserved";
import { namesIn } from "./scope";

/** A program in two parts: what is computed once a step in float64, and what is left for every parameter. */
export type Hoisted = { readonly hoisted: readonly Assignment[]; readonly program: readonly Assignment[] };

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
    const moved = without(resolved(value, constants));
    constants.delete(target);
    varyingNow.add(target);
    if (!varying.has(target) && isConstant(moved)) {
      constants.set(target, moved);
      varyingNow.delete(target);
      // What no later line reads is a result of the program, not a local.
      if (program.slice(line + 1).some((later) => namesIn(later.value).has(target))) return;
    }
    rest.push({ target, value: moved });
  });
  return { hoisted, program: rest };

  function isConstant(expression: Expression): boolean {
    return ![...namesIn(expression)].some((name) => varyingNow.has(name));
  }

  function without(expression: Expression): Expression {
    if (expression.kind === "name" || literalOf(expression) !== undefined) return expression;
    if (!isConstant(expression)) return rebuilt(expression, childrenOf(expression).map(without));
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

/** Local names replaced by what stands for them; nothing is simplified, so that the value stays the same bit for bit. */
const resolved = (expression: Expression, constants: ReadonlyMap<string, Expression>): Expression =>
  fold<Expression>(expression, (node, children) =>
    node.kind === "name" ? (constants.get(node.name) ?? node) : rebuilt(node, children),
  );

function rebuilt(node: Expression, children: readonly Expression[]): Expression {
  const [a, b] = children;
  switch (node.kind) {
    case "number":
    case "name":
      return node;
    case "unary":
      return { ...node, arg: a! };
    case "binary":
      return { ...node, left: a!, right: b! };
    case "call":
      return { ...node, args: children };
  }
}
