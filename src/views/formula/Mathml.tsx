import { createElement, type ReactElement, type ReactNode } from "react";
import type { MathNode } from "../../formula/math-node";

/** Plain MathML nodes as elements: text stays text, whatever it holds. */
export const Mathml = ({ node, label }: { node: MathNode; label?: string }): ReactElement =>
  createElement("math", { "aria-label": label }, built(node, 0));

function built(node: MathNode | string, key: number): ReactNode {
  if (typeof node === "string") return node;
  const { style, ...attributes } = node.attributes ?? {};
  return createElement(
    node.tag,
    { ...attributes, key, ...(style !== undefined && { style: styleOf(style) }) },
    ...node.children.map(built),
  );
}

/** React takes a style as an object only. */
const styleOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(";").map((rule) => {
      const [name = "", value = ""] = rule.split(":").map((part) => part.trim());
      return [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value];
    }),
  );
