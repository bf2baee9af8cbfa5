import { childrenOf, withChildren, type Assignment, type Expression } from "./ast";
import { literalOf } from "./powers";

/** Expressions whose common parts have lines of their own: a derivative repeats most of its function. */
type Shared = { readonly lines: readonly Assignment[]; readonly expressions: readonly Expression[] };

/**
 * Gives each part that occurs more than once a name that no formula can have, #shared_0, #shared_1 ...; values
 * stay the same bit for bit.
 */
export function sharedLines(expressions: readonly Expression[]): Shared {
  const parts: { readonly node: Expression; readonly below: readonly number[]; uses: number }[] = [];
  const numbers = new Map<string, number>();
  const seen = new Map<Expression, number>();
  const roots = expressions.map(numberOf);
  for (const { below } of parts) for (const child of below) parts[child]!.uses++;
  for (const root of roots) parts[root]!.uses++;

  const lines: Assignment[] = [];
  const written: Expression[] = [];
  for (const { node, below, uses } of parts) {
    const value = withChildren(
      node,
      below.map((child) => written[child]!),
    );
    // A literal stays in its place: a whole exponent is no power of the library's.
    const isLeaf = node.kind === "name" || literalOf(node) !== undefined;
    if (isLeaf || uses < 2) {
      written.push(value);
      continue;
    }
    const target = `#shared_${lines.length}`;
    lines.push({ target, value });
    written.push({ kind: "name", name: target });
  }
  return { lines, expressions: roots.map((root) => written[root]!) };

  /** Equal parts have the same number, and a greater one than what is below them. */
  function numberOf(node: Expression): number {
    const known = seen.get(node);
    if (known !== undefined) return known;
    const below = childrenOf(node).map(numberOf);
    const key = `${headOf(node)} ${below.join(" ")}`;
    const number = numbers.get(key) ?? parts.push({ node, below, uses: 0 }) - 1;
    numbers.set(key, number);
    seen.set(node, number);
    return number;
  }
}

function headOf(node: Expression): string {
  switch (node.kind) {
    case "number":
      return `number ${node.value}`;
    case "name":
      return `name ${node.name}`;
    case "unary":
    case "binary":
      return `${node.kind} ${node.op}`;
    case "call":
      return `call ${node.fn}`;
  }
}
