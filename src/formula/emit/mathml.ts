import type { Assignment, Expression } from "../ast";
import { element, fenced, mn, mo, mrow, textOf, type MathNode } from "../math-node";
import { namesIn } from "../scope";
import { vocableOf, type Render } from "../vocabulary";
import { symbolOf } from "./symbol";

/** Inline fractions keep a rule's lines low; stacked ones are easier to read where there is room. */
type Fractions = "stacked" | "inline";

/** How tightly a piece holds together, loosest first. */
const level = { sum: 1, sign: 2, quotient: 3, product: 4, power: 5, atom: 6 } as const;
type Level = (typeof level)[keyof typeof level];
type Piece = { readonly node: MathNode; readonly level: Level };

/** A program as a table of `target`, arrow and value; fractions stay on the line. */
export function programToMathml(program: readonly Assignment[]): MathNode {
  const rows = program.map(({ target, value }) =>
    element("mtr", [
      // Chromium ignores text-align: right here, Firefox heeds columnalign only.
      element("mtd", [symbolOf(target)], { style: "text-align: -webkit-right; padding: 1px 0" }),
      element("mtd", [mo("←")], { style: "padding: 1px 0.3em" }),
      element("mtd", [toMathml(value, "inline")], { style: "text-align: -webkit-left; padding: 1px 0" }),
    ]),
  );
  // Its spacing is that of the cells: Firefox would add attributes of the table to it.
  return element("mtable", rows, { columnalign: "right center left" });
}

/** How names are set, where they stand for more than their letter. */
export type Names = {
  readonly symbol: (name: string) => MathNode;
  /** Whether a name has a value for each coordinate: two of them are multiplied coordinate by coordinate. */
  readonly isVector: (name: string) => boolean;
};

const letters: Names = { symbol: symbolOf, isVector: () => false };

/** An expression in mathematical type with no more brackets than its meaning needs. */
export function toMathml(
  expression: Expression,
  fractions: Fractions = "stacked",
  names: Names = letters,
): MathNode {
  const inline: Render = (part) => toMathml(part, "inline", names);
  return render(expression).node;

  function render(node: Expression): Piece {
    switch (node.kind) {
      case "number":
        return numberPiece(node.value);
      case "name":
        return { node: names.symbol(node.name), level: level.atom };
      case "unary":
        return {
          node: mrow(mo("−", { form: "prefix" }), within(node.arg, level.quotient)),
          level: level.sign,
        };
      case "call": {
        const part: Render = (arg, how) => (how === "inline" ? inline(arg) : render(arg).node);
        const set = vocableOf(node.fn)!.mathml(node.args, part);
        return { node: set, level: set.tag === "msup" ? level.power : level.atom };
      }
      case "binary":
        return renderBinary(node);
    }
  }

  function renderBinary({ op, left, right }: Extract<Expression, { kind: "binary" }>): Piece {
    switch (op) {
      case "+":
        return {
          node: mrow(within(left, level.sum), mo("+"), within(right, level.quotient)),
          level: level.sum,
        };
      case "-":
        return {
          node: mrow(within(left, level.sum), mo("−"), within(right, level.quotient)),
          level: level.sum,
        };
      case "*":
        return {
          node: product(factor(left), within(right, level.product), isVector(left) && isVector(right)),
          level: level.product,
        };
      case "/":
        return fractions === "inline" ? solidus(left, right) : stacked(left, right);
      case "^":
        return { node: raised(within(left, level.atom), inline(right)), level: level.power };
    }
  }

  /** A half of a long sum is set as 1/2 times the sum. */
  function stacked(left: Expression, right: Expression): Piece {
    const above = render(left);
    if (right.kind === "number" && above.level === level.sum)
      return {
        node: mrow(element("mfrac", [mn("1"), render(right).node]), fenced([above.node])),
        level: level.product,
      };
    return { node: element("mfrac", [above.node, render(right).node]), level: level.product };
  }

  function solidus(left: Expression, right: Expression): Piece {
    const line = mo("/", { lspace: "0.1em", rspace: "0.1em", stretchy: "false" });
    return { node: mrow(factor(left), line, within(right, level.power)), level: level.quotient };
  }

  /** The first part of a product or quotient may carry a sign; a quotient there would read wrongly. */
  function factor(part: Expression): MathNode {
    const piece = render(part);
    return piece.level === level.sum || piece.level === level.quotient ? fenced([piece.node]) : piece.node;
  }

  function isVector(part: Expression): boolean {
    return [...namesIn(part)].some(names.isVector);
  }

  function within(part: Expression, least: Level): MathNode {
    const piece = render(part);
    return piece.level < least ? fenced([piece.node]) : piece.node;
  }
}

/** Juxtaposed; a dot before a digit, a thin space beside a word, a ringed dot between two values of each coordinate. */
function product(left: MathNode, right: MathNode, isByCoordinate: boolean): MathNode {
  if (isByCoordinate) return mrow(left, mo("⊙"), right);
  const first = edgeOf(right, 0);
  const isWord = [first, edgeOf(left, -1)].some(
    ({ tag, children }) => tag === "mi" && textOf({ tag, children }).length > 1,
  );
  const sign =
    first.tag === "mn" ? mo("·") : isWord ? element("mspace", [], { width: "0.17em" }) : mo("\u2062");
  return mrow(left, sign, right);
}

/** With an exponent, which stands above an index rather than after it. */
const raised = (base: MathNode, exponent: MathNode): MathNode =>
  base.tag === "msub"
    ? element("msubsup", [...base.children, exponent], base.attributes)
    : element("msup", [base, exponent]);

/** The first or last leaf of a node. */
function edgeOf(node: MathNode, at: 0 | -1): MathNode {
  const child = node.children.at(at);
  return child === undefined || typeof child === "string" ? node : edgeOf(child, at);
}

/** Twelve digits at most: 1 - 0.999 is 0.001, not 0.0010000000000000009. */
function numberPiece(value: number): Piece {
  if (value < 0)
    return { node: mrow(mo("−", { form: "prefix" }), numberPiece(-value).node), level: level.sign };
  const [mantissa = "", exponent] = String(Number(value.toPrecision(12))).split("e");
  if (exponent === undefined) return { node: mn(mantissa), level: level.atom };
  const digits = mn(String(Math.abs(Number(exponent))));
  const power = element("msup", [
    mn("10"),
    Number(exponent) < 0 ? mrow(mo("−", { form: "prefix" }), digits) : digits,
  ]);
  if (mantissa === "1") return { node: power, level: level.power };
  return { node: mrow(mn(mantissa), mo("×"), power), level: level.product };
}
