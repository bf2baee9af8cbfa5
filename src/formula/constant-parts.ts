import { childrenOf, withChildren, type Expression } from "./ast";
import { toClosure } from "./emit/evaluate";
import { literalOf } from "./powers";
import type { Refusal } from "./sentence";
import { refuse } from "./sentences";
import { constantOf } from "./vocabulary";

/**
 * Finds parts of a formula that can have no finite value, such as 1 / 0 or x / 0: asked of every node, children
 * first, so that each is computed once. The answer is what to tell the reader.
 */
export function constantParts(): (node: Expression) => Refusal | undefined {
  const values = new WeakMap<Expression, number>();
  return (node) => {
    if (node.kind === "name" && constantOf(node.name) === undefined) return undefined;
    if (node.kind === "binary" && node.op === "/" && values.get(node.right) === 0 && !values.has(node.left))
      return refuse("a division by 0 has no value");
    const operands: number[] = [];
    for (const child of childrenOf(node)) {
      const value = values.get(child);
      if (value === undefined) return undefined;
      operands.push(value);
    }
    const value = toClosure(overNames(node), places)(operands);
    values.set(node, value);
    return Number.isFinite(value) ? undefined : complaint(node, operands, value);
  };
}

const places = ["a", "b"];

/** The node over names in place of its computed children; a literal stays, as whole powers are told by it. */
const overNames = (node: Expression): Expression =>
  withChildren(
    node,
    childrenOf(node).map((child, i) =>
      literalOf(child) === undefined ? { kind: "name", name: places[i]! } : child,
    ),
  );

function complaint(node: Expression, operands: readonly number[], value: number): Refusal {
  const isOverflow = !Number.isNaN(value) && !operands.includes(0);
  return refuse(isOverflow ? "{0} is too large" : "{0} has no value", written(node, operands));
}

function written(node: Expression, operands: readonly number[]): string {
  const texts = operands.map(short);
  if (node.kind === "call") return `${node.fn}(${texts.join(", ")})`;
  if (node.kind !== "binary") return texts.join();
  const [base = "", ...rest] = texts;
  return [node.op === "^" && base.startsWith("-") ? `(${base})` : base, node.op, ...rest].join(" ");
}

const short = (value: number): string => String(Number(value.toPrecision(6))).replace("e+", "e");
