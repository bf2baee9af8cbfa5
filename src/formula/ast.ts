/** A scalar expression: five node kinds, everything a formula may say. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "unary"; readonly op: "-"; readonly arg: Expression }
  | {
      readonly kind: "binary";
      readonly op: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly fn: string; readonly args: readonly Expression[] };

/** What stands between two operands. */
export type BinaryOperator = "+" | "-" | "*" | "/" | "^";

/** One line of an update rule: `target = value`. */
export type Assignment = { readonly target: string; readonly value: Expression };

/** The expressions directly below a node, in reading order. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "name":
      return [];
    case "unary":
      return [expression.arg];
    case "binary":
      return [expression.left, expression.right];
    case "call":
      return expression.args;
  }
}

/** Rewrites a tree bottom-up: the only traversal the emitters need. */
export function fold<T>(expression: Expression, visit: (node: Expression, children: T[]) => T): T {
  return visit(
    expression,
    childrenOf(expression).map((child) => fold(child, visit)),
  );
}

/** The same node with other expressions directly below it, in reading order. */
export function withChildren(node: Expression, children: readonly Expression[]): Expression {
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

/** How many nodes a tree has. */
export const nodesIn = (expression: Expression): number =>
  childrenOf(expression).reduce((count, child) => count + nodesIn(child), 1);
