import { nodesIn, type Expression } from "../../formula/ast";
import { add, div, literal, mul, neg, pow, sub } from "../../formula/build";
import { parityOf } from "../../formula/parity";
import { versionOf } from "../../formula/single-assignment";
import { factorsOf, productOf } from "../../formula/terms";
import type { PrintedProgram } from "./printed-program";

/** How much of each direction a value is made of, by the direction's name when the step begins. */
type Coefficients = ReadonlyMap<string, Expression>;

/** The parts of a step as formulas, where they are short: `-lr g` and `-lr mu b`. */
export type PartFormulas = {
  readonly seen: Expression | undefined;
  readonly remembered: Expression | undefined;
  readonly pull: Expression | undefined;
};

/** A longer formula does not fit beside its arrow. */
const mostNodes = 8;

/** Writes out a step as a sum of what is seen, remembered and where it is, as far as the rule adds up such parts. */
export function partFormulasOf(step: Expression, program: PrintedProgram): PartFormulas {
  const coefficients = coefficientsOf(step, program);
  const part = (isPart: (name: string) => boolean): Expression | undefined => {
    const own = [...(coefficients ?? [])].filter(([name]) => isPart(versionOf(name).name));
    if (own.length !== 1) return undefined;
    const [[name, factor]] = own as [[string, Expression]];
    const formula = gathered(mul(factor, { kind: "name", name }));
    return nodesIn(formula) <= mostNodes ? formula : undefined;
  };
  return {
    seen: part((name) => name === "g"),
    remembered: part((name) => name !== "g" && name !== "theta"),
    pull: part((name) => name === "theta" && program.reports === "theta"),
  };
}

/** The same product with a power for a factor that stands in it several times: momentum's square in Nesterov's rule. */
function gathered(expression: Expression): Expression {
  const { isNegative, above, below } = factorsOf(expression);
  const counts = new Map<string, { readonly factor: Expression; count: number }>();
  for (const factor of above) {
    const key = JSON.stringify(factor);
    const known = counts.get(key) ?? { factor, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  const powers = [...counts.values()].map(({ factor, count }) => pow(factor, literal(count)));
  const value = below.reduce(div, productOf(powers) ?? literal(1));
  return isNegative ? neg(value) : value;
}

/** Longer coefficients are given up: where every line reads the one before twice, they would grow without end. */
const mostOnTheWay = 40;

function coefficientsOf(
  expression: Expression,
  program: PrintedProgram,
  known = new Map<string, Coefficients | undefined>(),
): Coefficients | undefined {
  const of = (part: Expression) => coefficientsOf(part, program, known);
  const isSize = (part: Expression) => parityOf(part, program.parities) === "size";
  switch (expression.kind) {
    case "number":
      return expression.value === 0 ? new Map() : undefined;
    case "name": {
      const { name } = expression;
      if (known.has(name)) return known.get(name);
      const line = program.lines.find(({ target }) => target === name);
      const found = line ? of(line.value) : isSize(expression) ? undefined : new Map([[name, literal(1)]]);
      const isShort = found && [...found.values()].every((factor) => nodesIn(factor) <= mostOnTheWay);
      known.set(name, isShort ? found : undefined);
      return known.get(name);
    }
    case "unary":
      return mapped(of(expression.arg), neg);
    case "binary": {
      const { op, left, right } = expression;
      if (op === "+" || op === "-") return merged(of(left), of(right), op === "+" ? add : sub);
      if (op === "/") return isSize(right) ? mapped(of(left), (factor) => div(factor, right)) : undefined;
      if (op === "*" && isSize(left)) return mapped(of(right), (factor) => mul(left, factor));
      if (op === "*" && isSize(right)) return mapped(of(left), (factor) => mul(factor, right));
      return undefined;
    }
    case "call":
      return undefined;
  }
}

const mapped = (
  coefficients: Coefficients | undefined,
  map: (factor: Expression) => Expression,
): Coefficients | undefined =>
  coefficients && new Map([...coefficients].map(([name, factor]) => [name, map(factor)]));

function merged(
  left: Coefficients | undefined,
  right: Coefficients | undefined,
  operation: (a: Expression, b: Expression) => Expression,
): Coefficients | undefined {
  if (!left || !right) return undefined;
  return new Map(
    [...new Set([...left.keys(), ...right.keys()])].map((name) => [
      name,
      operation(left.get(name) ?? literal(0), right.get(name) ?? literal(0)),
    ]),
  );
}
