import type { MathNode } from "../../formula/math-node";
import type { WorkedRow } from "./worked-rule";

/** Whether a row stands on one line, or its numbers on a second. */
export type RowRoom = "line" | "two";

/** Pixels of a character of a formula, about, and of all that is not formula in a row. */
const [perCharacter, beside] = [7.4, 196];

/** How much room a row takes, where it has so many pixels. */
export function rowLength({ symbol, formula, filled, result }: WorkedRow, width: number): RowRoom {
  const characters = [symbol, formula, ...(filled ? [filled] : []), result].reduce(
    (sum, node) => sum + lengthOf(node) + 2,
    0,
  );
  return characters * perCharacter > width - beside ? "two" : "line";
}

/** Characters of a formula, about: a number has seven, a column as many as its longest. */
function lengthOf(node: MathNode | string): number {
  if (typeof node === "string") return node.replace(/[\u2061\u2062]/g, "").length;
  const slot = node.attributes?.["data-slot"];
  if (slot !== undefined) return /^\d/.test(slot) ? 7 : 1;
  const parts = node.children.map(lengthOf);
  if (node.tag === "mtable") return Math.max(...parts);
  const sum = parts.reduce((total, part) => total + part, 0);
  return /^m(sub|sup|subsup|over)$/.test(node.tag) ? parts[0]! + 0.6 * (sum - parts[0]!) : sum;
}
