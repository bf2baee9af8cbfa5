import type { Expression } from "./ast";
import { applied, element, fenced, mi, mo, type MathNode } from "./math-node";
import { eachLane, type WasmCode } from "./wasm-code";

/** One callable function with all its meanings. */
export type Vocable = {
  /** What it computes; the other targets are tested against it. */
  readonly evaluate: (a: number, b: number) => number;
  readonly js: (...args: readonly string[]) => string;
  /** May call the helpers of emit/wgsl.ts, whose names begin with `_`. */
  readonly wgsl: (...args: readonly string[]) => string;
  /** On vectors on the stack. */
  readonly wasm: WasmCode;
  /** What it is called; without a dot and not built in, it is a helper of emit/python.ts. */
  readonly python: Readonly<Record<PythonTarget, string>>;
  readonly mathml: (args: readonly Expression[], render: Render) => MathNode;
  /** Partial derivative by each argument, as a formula in `a` and `b`. */
  readonly derivative: readonly string[];
} & (
  | { readonly arity: 1; readonly tensor: UnaryOperation }
  | { readonly arity: 2; readonly tensor: BinaryOperation }
);

/** The tensor operations functions stand for; emit/tensor.ts adds arithmetic. */
export type UnaryOperation =
  "sqrt" | "exp" | "log" | "sin" | "cos" | "tanh" | "abs" | "floor" | "sign" | "step";
/** What tensor operations are asked for beside the operators. */
export type BinaryOperation = "minimum" | "maximum";

/** Typesets a part; `inline` keeps its fractions on the line, as an exponent needs. */
export type Render = (expression: Expression, fractions?: "inline") => MathNode;

/** Which Python a formula becomes: PyTorch's, Keras', or that of plain numbers. */
export type PythonTarget = "torch" | "keras" | "math";

const inModules = (name: string): Readonly<Record<PythonTarget, string>> => ({
  torch: `torch.${name}`,
  keras: `ops.${name}`,
  math: `math.${name}`,
});

const call =
  (name: string) =>
  (...args: readonly string[]) =>
    `${name}(${args.join(", ")})`;

const named =
  (name: string) =>
  (args: readonly Expression[], render: Render): MathNode =>
    applied(name, ...args.map((arg) => render(arg)));

const vocabulary: Readonly<Record<string, Vocable>> = {
  sqrt: {
    arity: 1,
    evaluate: Math.sqrt,
    js: call("Math.sqrt"),
    wgsl: call("sqrt"),
    wasm: ["f32x4.sqrt"],
    tensor: "sqrt",
    python: inModules("sqrt"),
    mathml: ([a], render) => element("msqrt", [render(a!, "inline")]),
    derivative: ["1 / (2 * sqrt(a))"],
  },
  exp: {
    arity: 1,
    evaluate: Math.exp,
    js: call("Math.exp"),
    wgsl: call("exp"),
    wasm: eachLane("exp"),
    tensor: "exp",
    python: inModules("exp"),
    mathml: ([a], render) => element("msup", [mi("e"), render(a!, "inline")]),
    derivative: ["exp(a)"],
  },
  log: {
    arity: 1,
    evaluate: Math.log,
    js: call("Math.log"),
    wgsl: call("log"),
    wasm: eachLane("log"),
    tensor: "log",
    python: inModules("log"),
    mathml: named("ln"),
    derivative: ["1 / a"],
  },
  sin: {
    arity: 1,
    evaluate: Math.sin,
    js: call("Math.sin"),
    wgsl: call("_sin"),
    wasm: eachLane("sin"),
    tensor: "sin",
    python: inModules("sin"),
    mathml: named("sin"),
    derivative: ["cos(a)"],
  },
  cos: {
    arity: 1,
    evaluate: Math.cos,
    js: call("Math.cos"),
    wgsl: call("_cos"),
    wasm: eachLane("cos"),
    tensor: "cos",
    python: inModules("cos"),
    mathml: named("cos"),
    derivative: ["-sin(a)"],
  },
  tanh: {
    arity: 1,
    evaluate: Math.tanh,
    js: call("Math.tanh"),
    wgsl: call("_tanh"),
    wasm: eachLane("tanh"),
    tensor: "tanh",
    python: inModules("tanh"),
    mathml: named("tanh"),
    derivative: ["1 - tanh(a)^2"],
  },
  abs: {
    arity: 1,
    evaluate: Math.abs,
    js: call("Math.abs"),
    wgsl: call("abs"),
    wasm: ["f32x4.abs"],
    tensor: "abs",
    python: { ...inModules("abs"), math: "abs" },
    mathml: ([a], render) => fenced([render(a!)], "|", "|"),
    derivative: ["sign(a)"],
  },
  // The greatest whole number that is not greater.
  floor: {
    arity: 1,
    evaluate: Math.floor,
    js: call("Math.floor"),
    wgsl: call("floor"),
    wasm: ["f32x4.floor"],
    tensor: "floor",
    python: inModules("floor"),
    mathml: ([a], render) => fenced([render(a!)], "⌊", "⌋"),
    derivative: ["0"],
  },
  sign: {
    arity: 1,
    evaluate: Math.sign,
    js: call("Math.sign"),
    wgsl: call("sign"),
    wasm: [
      // 1 with the argument's sign where its magnitude is above 0; the argument itself where it is 0 or no number.
      ["local.tee", "_a"],
      ["i32x4.const", 0x80000000],
      "v128.and",
      ["f32x4.const", 1],
      "v128.or",
      ["local.get", "_a"],
      ["local.get", "_a"],
      "f32x4.abs",
      ["f32x4.const", 0],
      "f32x4.gt",
      "v128.bitselect",
    ],
    tensor: "sign",
    python: { ...inModules("sign"), math: "sign" },
    mathml: named("sgn"),
    derivative: ["0"],
  },
  // 1 from 0 on, 0 included, in every target; libraries differ at 0.
  step: {
    arity: 1,
    evaluate: (a) => (a >= 0 ? 1 : 0),
    js: (a) => `(${a} >= 0 ? 1 : 0)`,
    wgsl: (a) => `step(0f, ${a})`,
    wasm: [["f32x4.const", 0], "f32x4.ge", ["f32x4.const", 1], "v128.and"],
    tensor: "step",
    python: { torch: "step", keras: "step", math: "step" },
    mathml: ([a], render) => iverson(a!, render),
    derivative: ["0"],
  },
  min: {
    arity: 2,
    evaluate: Math.min,
    js: call("Math.min"),
    wgsl: call("min"),
    wasm: ["f32x4.min"],
    tensor: "minimum",
    python: { torch: "minimum", keras: "ops.minimum", math: "min" },
    mathml: named("min"),
    derivative: ["step(b - a)", "1 - step(b - a)"],
  },
  max: {
    arity: 2,
    evaluate: Math.max,
    js: call("Math.max"),
    wgsl: call("max"),
    wasm: ["f32x4.max"],
    tensor: "maximum",
    python: { torch: "maximum", keras: "ops.maximum", math: "max" },
    mathml: named("max"),
    derivative: ["step(a - b)", "1 - step(a - b)"],
  },
};

/** The function of that name; nothing inherited counts as one. */
export const vocableOf = (name: string): Vocable | undefined =>
  Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;

/** All callable names, in the order a reference would list them. */
export const functionNames: readonly string[] = Object.keys(vocabulary);

/** The constants a formula may name. */
export const constantOf = (name: string): number | undefined => (name === "pi" ? Math.PI : undefined);

/** Knuth's bracket: 1 where the condition holds, else 0. `step(t - 2)` reads [t >= 2]. */
function iverson(condition: Expression, render: Render): MathNode {
  const isDifference = condition.kind === "binary" && condition.op === "-";
  const left = isDifference ? condition.left : condition;
  const right: Expression = isDifference ? condition.right : { kind: "number", value: 0 };
  return fenced([render(left), mo("≥"), render(right)], "[", "]");
}
