import { fold, type BinaryOperator, type Expression } from "../ast";
import { wholeExponentOf, wholePower } from "../powers";
import { constantOf, vocableOf, type BinaryOperation, type UnaryOperation } from "../vocabulary";

type Unary<T> = (a: T) => T;
type Binary<T> = (a: T, b: T) => T;

/** What a tensor library must offer; handed in, so that formulas know no library. `step(0)` must be 1. */
export type TensorOps<T> = Readonly<
  Record<UnaryOperation | "neg", Unary<T>> &
    Record<BinaryOperation | "add" | "sub" | "mul" | "div" | "pow", Binary<T>>
> & { readonly scalar: (value: number) => T };

const operations = { "+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow" } as const satisfies Record<
  BinaryOperator,
  keyof TensorOps<unknown>
>;

/** The value of an expression by tensor operations; plain numbers among the values become scalars. */
export const toTensor = <T>(
  expression: Expression,
  ops: TensorOps<T>,
  env: Readonly<Record<string, T | number>>,
): T =>
  fold<T>(expression, (node, [a, b]) => {
    switch (node.kind) {
      case "number":
        return ops.scalar(node.value);
      case "name": {
        const value = constantOf(node.name) ?? (Object.hasOwn(env, node.name) ? env[node.name] : undefined);
        if (value === undefined) throw new Error(`no value for ${node.name}`);
        return typeof value === "number" ? ops.scalar(value) : value;
      }
      case "unary":
        return ops.neg(a!);
      case "binary": {
        const n = node.op === "^" ? wholeExponentOf(node.right) : undefined;
        if (n === undefined) return ops[operations[node.op]](a!, b!);
        const power = wholePower(a!, Math.abs(n), ops.mul);
        return n > 0 ? power : ops.div(ops.scalar(1), power);
      }
      case "call": {
        const vocable = vocableOf(node.fn)!;
        return vocable.arity === 1 ? ops[vocable.tensor](a!) : ops[vocable.tensor](a!, b!);
      }
    }
  });
