import { fold, type BinaryOperator, type Expression } from "../ast";
import { wholeExponentOf } from "../powers";
import { vocableOf, type Vocable } from "../vocabulary";

/** Where two languages of infix operators differ. */
type Dialect = {
  /** A number that is not negative. */
  readonly number: (value: number) => string;
  readonly name: (name: string) => string;
  readonly call: (vocable: Vocable, args: readonly string[]) => string;
  /** A power that is not multiplied out. */
  readonly power: (base: string, exponent: string) => string;
};

const levels = { "+": 1, "-": 1, "*": 2, "/": 2 } as const satisfies Partial<Record<BinaryOperator, number>>;
const signLevel = 3;
const atomLevel = 4;
type Piece = { readonly text: string; readonly level: number };

/** An expression as program text. Brackets only where needed: shader compilers bound how deep they nest. */
export function toText(expression: Expression, dialect: Dialect): string {
  return fold<Piece>(expression, (node, children) => {
    const [a, b] = children;
    switch (node.kind) {
      case "number":
        return node.value < 0
          ? { text: `-${dialect.number(-node.value)}`, level: signLevel }
          : atom(dialect.number(node.value));
      case "name":
        return atom(dialect.name(node.name));
      case "unary":
        return { text: `-${within(a!, atomLevel)}`, level: signLevel };
      case "binary": {
        if (node.op === "^") return atom(power(a!.text, b!.text, node.right, dialect));
        const level = levels[node.op];
        return { text: `${within(a!, level)} ${node.op} ${within(b!, level + 1)}`, level };
      }
      case "call":
        return atom(
          dialect.call(
            vocableOf(node.fn)!,
            children.map(({ text }) => text),
          ),
        );
    }
  }).text;
}

function power(base: string, exponentText: string, exponent: Expression, dialect: Dialect): string {
  const n = wholeExponentOf(exponent);
  if (n === undefined) return dialect.power(base, exponentText);
  return n > 0 ? `_power${n}(${base})` : `(${dialect.number(1)} / _power${-n}(${base}))`;
}

const atom = (text: string): Piece => ({ text, level: atomLevel });
const within = ({ text, level }: Piece, least: number) => (level < least ? `(${text})` : text);
