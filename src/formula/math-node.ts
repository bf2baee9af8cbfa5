/** An element of MathML as plain data; the page builds the real one. */
export type MathNode = {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: readonly (MathNode | string)[];
};

/** Any element. */
export const element = (
  tag: string,
  children: readonly (MathNode | string)[],
  attributes?: Readonly<Record<string, string>>,
): MathNode => (attributes ? { tag, attributes, children } : { tag, children });

/** An identifier: one letter is set in italics, several upright. */
export const mi = (text: string, attributes?: Readonly<Record<string, string>>) =>
  element("mi", [text], attributes);

/** A number. */
export const mn = (text: string) => element("mn", [text]);

/** An operator. */
export const mo = (text: string, attributes?: Readonly<Record<string, string>>) =>
  element("mo", [text], attributes);

/** Several nodes in a row. */
export const mrow = (...children: readonly MathNode[]) => element("mrow", children);

/** Between brackets, which grow only around stacked fractions and columns: `(1 - rho)` stays as high as its line. */
export function fenced(inner: readonly MathNode[], open = "(", close = ")"): MathNode {
  const stretchy = String(inner.some((node) => contains(node, "mfrac") || contains(node, "mtable")));
  return mrow(mo(open, { stretchy, form: "prefix" }), ...inner, mo(close, { stretchy, form: "postfix" }));
}

/** A function's name before its arguments. */
export const applied = (name: string, ...args: readonly MathNode[]): MathNode => {
  const [only] = args;
  const inner =
    args.length === 1 && isColumn(only!)
      ? only!
      : fenced(args.flatMap((arg, i) => (i > 0 ? [mo(","), arg] : [arg])));
  return mrow(mi(name), mo("\u2061"), inner);
};

/** Numbers above each other between brackets that grow with them. */
export const column = (entries: readonly MathNode[]): MathNode =>
  mrow(
    mo("(", { form: "prefix" }),
    element(
      "mtable",
      entries.map((entry) => element("mtr", [element("mtd", [entry])])),
      { columnalign: "right" },
    ),
    mo(")", { form: "postfix" }),
  );

const isColumn = ({ children }: MathNode) =>
  children.some((child) => typeof child !== "string" && child.tag === "mtable");

/** All characters of a node in reading order: for labels, and for tests. */
export const textOf = (node: MathNode | string): string =>
  typeof node === "string" ? node : node.children.map(textOf).join("");

const contains = (node: MathNode, tag: string): boolean =>
  node.tag === tag || node.children.some((child) => typeof child !== "string" && contains(child, tag));
