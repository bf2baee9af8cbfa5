/**
 * An instruction on vectors of four float32 numbers, by its name in WebAssembly's text format; whoever assembles it knows
 * the bytes. `f32x4.const` stands for a vector of four times that number, `i32x4.const` of that pattern of bits.
 */
export type WasmInstruction =
  | WasmOperation
  | readonly ["f32x4.const" | "i32x4.const", number]
  | readonly ["f32x4.extract_lane" | "f32x4.replace_lane", number]
  | readonly ["local.get" | "local.set" | "local.tee" | "call", string];

type WasmOperation =
  | `f32x4.${"add" | "sub" | "mul" | "div" | "neg" | "sqrt" | "abs" | "min" | "max" | "floor" | "gt" | "ge" | "splat"}`
  | `v128.${"and" | "or" | "bitselect"}`
  | "f64.promote_f32"
  | "f32.demote_f64";

/** Instructions that take their operands from the stack and leave one vector there. */
export type WasmCode = readonly WasmInstruction[];

/** Locals of type v128 that a function with such code must have beside the names its formulas read. */
export const wasmScratch = ["_a", "_b"] as const;

/** Functions of float64 numbers, imported from JavaScript, that such code calls. */
export const wasmImports = {
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  pow: Math.pow,
} as const;

/** An imported function of one or two vectors, number by number: WebAssembly has no instruction for it. */
export function eachLane(fn: keyof typeof wasmImports): WasmCode {
  const operands = fn === "pow" ? wasmScratch : wasmScratch.slice(0, 1);
  const computed = (lane: number): WasmCode => [
    ...operands.flatMap((operand): WasmCode => [
      ["local.get", operand],
      ["f32x4.extract_lane", lane],
      "f64.promote_f32",
    ]),
    ["call", fn],
    "f32.demote_f64",
  ];
  return [
    ...operands.toReversed().map((operand) => ["local.set", operand] as const),
    ...computed(0),
    "f32x4.splat",
    ...[1, 2, 3].flatMap((lane): WasmCode => [...computed(lane), ["f32x4.replace_lane", lane]]),
  ];
}
