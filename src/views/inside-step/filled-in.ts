import { childrenOf, nodesIn, withChildren, type Expression } from "../../formula/ast";
import { literalOf } from "../../formula/powers";
import { namesIn } from "../../formula/scope";
import { factorsOf, productOf, termsOf } from "../../formula/terms";
import { constantOf } from "../../formula/vocabulary";

/** Names an expression whose value is to stand in its place. */
type Leaf = (expression: Expression) => Expression;

/** A longer formula of single numbers is not worth filling in. */
const mostNodes = 25;
/** Columns of numbers a bracket may hold. */
const mostInBracket = 2;

/**
 * An expression with numbers in it, each a leaf: of a product one number and the columns it is multiplied with, whatever
 * they are computed from; of a sum, all its terms.
 */
export function filledIn(
  expression: Expression,
  isVector: (name: string) => boolean,
  leaf: Leaf,
): Expression {
  const isColumn = (part: Expression) => [...namesIn(part)].some(isVector);
  if (isColumn(expression)) return filled(expression, true);
  return nodesIn(expression) <= mostNodes ? withNumbers(expression) : leaf(expression);

  function filled(part: Expression, mayOpen: boolean): Expression {
    if (literalOf(part) !== undefined) return part;
    if (!isColumn(part) || part.kind === "name") return leaf(part);
    if (part.kind === "unary") return withChildren(part, [filled(part.arg, mayOpen)]);
    if (part.kind === "call")
      return withChildren(
        part,
        part.args.map((arg) => filled(arg, mayOpen)),
      );
    if (part.kind === "number" || part.op === "^") return leaf(part);
    if (part.op === "+" || part.op === "-")
      return withChildren(
        part,
        childrenOf(part).map((child) => filled(child, mayOpen)),
      );
    return filledProduct(part, mayOpen);
  }

  function filledProduct(part: Expression, mayOpen: boolean): Expression {
    const { isNegative, above, below } = factorsOf(part);
    const top = together(above, (factor) =>
      mayOpen && isShort(factor) ? filled(factor, false) : leaf(factor),
    );
    const bottom = together(below, leaf);
    const value: Expression =
      bottom === undefined
        ? top!
        : { kind: "binary", op: "/", left: top ?? { kind: "number", value: 1 }, right: bottom };
    return isNegative ? { kind: "unary", op: "-", arg: value } : value;
  }

  /** The single numbers as one, then the columns. */
  function together(factors: readonly Expression[], column: (factor: Expression) => Expression) {
    const numbers = factors.filter((factor) => !isColumn(factor) && literalOf(factor) !== 1);
    const columns = factors.filter(isColumn).map(column);
    return productOf(numbers.length > 0 ? [leaf(productOf(numbers)!), ...columns] : columns);
  }

  /** A sum of few columns, or a function that reads best with its argument. */
  function isShort(factor: Expression): boolean {
    if (factor.kind === "call") return ["min", "max", "sign"].includes(factor.fn);
    const columns = termsOf(factor).filter(({ value }) => isColumn(value));
    return columns.length > 1 && columns.length <= mostInBracket;
  }

  function withNumbers(part: Expression): Expression {
    if (part.kind === "name") return constantOf(part.name) === undefined ? leaf(part) : part;
    return withChildren(part, childrenOf(part).map(withNumbers));
  }
}
