import { fold, type BinaryOperator, type Expression } from "../ast";
import { wholeExponentOf } from "../powers";

/** Where languages of infix operators differ. */
type Dialect = {
  /** A number that is not negative. */
  readonly number: (value: number) => string;
  readonly name: (name: string) => string;
  readonly call: (node: Extract<Expression, { kind: "call" }>, args: readonly string[]) => string;
  /** A power as a call of its base and exponent, or as an operator that binds tighter than a sign to its left. */
  readonly power: ((base: string, exponent: string, node: Power) => string) | "**" | "^";
};
type Power = Extract<Expression, { kind: "binary" }>;

const levels = { "+": 1, "-": 1, "*": 2, "/": 2 } as const satisfies Partial<Record<BinaryOperator, number>>;
const signLevel = 3;
const powerLevel = 4;
const atomLevel = 5;
type Piece = { readonly text: string; readonly level: number };

/** An expression as program text. Brackets only where needed: shader compilers bound how deep they nest. */
export function toText(expression: Expression, { number, name, call, power }: Dialect): string {
  return fold<Piece>(expression, (node, children) => {
    const [a, b] = children;
    switch (node.kind) {
      case "number":
        return node.value < 0
          ? { text: `-${number(-node.value)}`, level: signLevel }
          : atom(number(node.value));
      case "name":
        return atom(name(node.name));
      case "unary":
        return { text: `-${within(a!, powerLevel)}`, level: signLevel };
      case "binary": {
        if (node.op !== "^") {
          const level = levels[node.op];
          return { text: `${within(a!, level)} ${node.op} ${within(b!, level + 1)}`, level };
        }
        if (typeof power === "function") return atom(power(a!.text, b!.text, node));
        return { text: within(a!, atomLevel) + power + within(b!, signLevel), level: powerLevel };
      }
      case "call":
        return atom(
          call(
            node,
            children.map(({ text }) => text),
          ),
        );
    }
  }).text;
}

/** Powers as calls: small whole ones of powers.ts's helpers, the others of the language's own function. */
export const powerCalls =
  (one: string, power: (base: string, exponent: string) => string) =>
  (base: string, exponent: string, node: Power): string => {
    const n = wholeExponentOf(node.right);
    if (n === undefined) return power(base, exponent);
    return n > 0 ? `_power${n}(${base})` : `(${one} / _power${-n}(${base}))`;
  };

const atom = (text: string): Piece => ({ text, level: atomLevel });
const within = ({ text, level }: Piece, least: number) => (level < least ? `(${text})` : text);
