import { createElement, type ReactElement, type ReactNode } from "react";
import type { MathNode } from "../../formula/math-node";
import "./mathml.css";

type Props = {
  readonly node: MathNode;
  readonly label?: string | undefined;
  /** The name whose symbols are marked. */
  readonly lit?: string | undefined;
};

/** Plain MathML nodes as elements: text stays text, whatever it holds. */
export const Mathml = ({ node, label, lit }: Props): ReactElement =>
  createElement("math", { "aria-label": label }, built(node, 0, lit));

function built(node: MathNode | string, key: number, lit: string | undefined): ReactNode {
  if (typeof node === "string") return node;
  const { style, ...attributes } = node.attributes ?? {};
  const isLit = lit !== undefined && attributes["data-name"] === lit;
  return createElement(
    node.tag,
    {
      ...attributes,
      key,
      ...(isLit && { "data-lit": "" }),
      ...(style !== undefined && { style: styleOf(style) }),
    },
    ...node.children.map((child, i) => built(child, i, lit)),
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
