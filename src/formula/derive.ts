import { childrenOf, type Expression } from "./ast";
import { add, call, div, literal, mul, neg, pow, sub, substitute } from "./build";
import { FormulaError } from "./formula-error";
import { parseExpression } from "./parse";
import { namesIn } from "./scope";
import { refuse } from "./sentences";
import { vocableOf } from "./vocabulary";

/** Beyond this a shader may take many seconds to compile; Goldstein-Price, a long one, has 189. */
const mostNodes = 5_000;

/** The partial derivative of an expression by one of its names. Throws FormulaError if it grows too long. */
export function derive(expression: Expression, by: string): Expression {
  const derivative = partial(expression, by);
  if (nodesOf(derivative, mostNodes) > mostNodes)
    throw new FormulaError(refuse("the derivative of this formula is too long; simplify the formula"));
  return derivative;
}

function partial(expression: Expression, by: string): Expression {
  switch (expression.kind) {
    case "number":
      return literal(0);
    case "name":
      return literal(expression.name === by ? 1 : 0);
    case "unary":
      return neg(partial(expression.arg, by));
    case "binary":
      return partialOfBinary(expression, by);
    case "call":
      return partialOfCall(expression, by);
  }
}

function partialOfBinary(expression: Extract<Expression, { kind: "binary" }>, by: string): Expression {
  const { op, left: u, right: v } = expression;
  const du = partial(u, by);
  const dv = partial(v, by);
  switch (op) {
    case "+":
      return add(du, dv);
    case "-":
      return sub(du, dv);
    case "*":
      return add(mul(du, v), mul(u, dv));
    case "/":
      // Not one fraction over v^2, which overflows earlier.
      return sub(div(du, v), div(mul(u, dv), pow(v, literal(2))));
    case "^":
      // The general rule takes the logarithm of the base; a constant exponent holds for negative bases too.
      if (!namesIn(v).has(by)) return mul(mul(v, pow(u, sub(v, literal(1)))), du);
      return mul(expression, add(mul(dv, call("log", [u])), div(mul(v, du), u)));
  }
}

function partialOfCall({ fn, args }: Extract<Expression, { kind: "call" }>, by: string): Expression {
  const bindings = new Map(args.map((arg, i) => [["a", "b"][i]!, arg]));
  return args
    .map((arg, i) => {
      const outer = substitute(parseExpression(vocableOf(fn)!.derivative[i]!), bindings);
      return mul(outer, partial(arg, by));
    })
    .reduce(add);
}

/** How many nodes, counted no further than just past `most`: shared subtrees count each time they are printed. */
function nodesOf(expression: Expression, most: number): number {
  let count = 1;
  for (const child of childrenOf(expression)) {
    if (count > most) break;
    count += nodesOf(child, most - count);
  }
  return count;
}
