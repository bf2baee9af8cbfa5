import type { MathNode } from "../../formula/math-node";
import type { WorkedRow } from "./worked-rule";
import { insideWords } from "../../words/en/inside";

/** A formula on one line, as it would be read out: its slots filled, columns as "(x, y)", indices after a low line. */
export function mathInWords(node: MathNode | string, textOf: (slot: string) => string): string {
  if (typeof node === "string") return node.replace(/[\u2061\u2062]/g, "");
  const slot = node.attributes?.["data-slot"];
  if (slot !== undefined) return textOf(slot);
  const parts = node.children.map((child) => mathInWords(child, textOf));
  const [base = "", first = "", second = ""] = parts;
  switch (node.tag) {
    case "mtable":
      return parts.join(", ");
    case "msqrt":
      return `√(${parts.join("")})`;
    case "mfrac":
      return `(${base})/(${first})`;
    case "msup":
      return `${base}^${first.length > 1 && !first.startsWith("(") ? `(${first})` : first}`;
    case "msub":
      return `${base}_${first.replace(", ", ",")}`;
    case "msubsup":
      return `${base}_${first.replace(", ", ",")}^${second}`;
    case "mover":
      return insideWords().hat(base);
    case "mspace":
      return " ";
    case "mo":
      if (base === ",") return ", ";
      return /^[+−=⊙·/]$/.test(base) && node.attributes?.form !== "prefix" ? ` ${base} ` : base;
    default:
      return parts.join("");
  }
}

/** A row as a sentence for those who hear it: what it is about, the formula, the numbers, the result. */
export const rowInWords = (
  { words, symbol, formula, filled, result }: WorkedRow,
  textOf: (slot: string) => string,
): string =>
  `${words}${insideWords().colon}${[symbol, formula, ...(filled ? [filled] : []), result]
    .map((node) => mathInWords(node, textOf))
    .join(" = ")}`;
