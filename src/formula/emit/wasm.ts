import { fold, type BinaryOperator, type Expression } from "../ast";
import { wholeExponentOf } from "../powers";
import { constantOf, vocableOf } from "../vocabulary";
import { eachLane, type WasmCode } from "../wasm-code";

const operations: Readonly<Record<BinaryOperator, WasmCode>> = {
  "+": ["f32x4.add"],
  "-": ["f32x4.sub"],
  "*": ["f32x4.mul"],
  "/": ["f32x4.div"],
  "^": eachLane("pow"),
};

/**
 * WebAssembly that computes an expression for four parameters at once, in float32, from locals by its names; needs
 * wasmScratch and wasmImports.
 */
export const toWasm = (expression: Expression): WasmCode =>
  fold<WasmCode>(expression, (node, operands) => {
    switch (node.kind) {
      case "number":
        return number(node.value);
      case "name": {
        const constant = constantOf(node.name);
        return constant === undefined ? [["local.get", node.name]] : number(constant);
      }
      case "unary":
        return [...operands.flat(), "f32x4.neg"];
      case "binary": {
        const n = node.op === "^" ? wholeExponentOf(node.right) : undefined;
        if (n === undefined) return [...operands.flat(), ...operations[node.op]];
        const power = [...operands[0]!, ...wholePower(Math.abs(n))];
        return n > 0 ? power : [...number(1), ...power, "f32x4.div"];
      }
      case "call":
        return [...operands.flat(), ...vocableOf(node.fn)!.wasm];
    }
  });

/** The power of the vector on top of the stack, multiplied out in the order of powers.ts. */
function wholePower(n: number): WasmCode {
  if (n === 1) return [];
  if (n % 2 === 0) return [...again, "f32x4.mul", ...wholePower(n / 2)];
  return [...again, ...wholePower(n - 1), "f32x4.mul"];
}

/** The vector on top of the stack, and once more. */
const again: WasmCode = [
  ["local.tee", "_a"],
  ["local.get", "_a"],
];

/** The largest float32 stands for what is larger, as in emit/wgsl.ts. */
const number = (value: number): WasmCode => [["f32x4.const", Math.max(-largest, Math.min(largest, value))]];
const largest = 3.4028234663852886e38;
