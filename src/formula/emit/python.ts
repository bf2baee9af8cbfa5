import { childrenOf, type Expression } from "../ast";
import { constantOf, vocableOf, type PythonTarget } from "../vocabulary";
import { toText } from "./text";

type Call = Extract<Expression, { kind: "call" }>;

/**
 * A Python expression over tensors, or over plain numbers for `math`; what reads `scalars` alone, such as t and lr, is
 * plain in every target. Needs `math`, the target's module (`torch`, or `ops` of keras) and pythonHelpers.
 */
export const toPython = (
  expression: Expression,
  target: PythonTarget,
  scalars: ReadonlySet<string> = new Set(),
): string =>
  toText(expression, {
    number: numeral,
    name: (name) => (constantOf(name) === undefined ? pythonName(name) : `math.${name}`),
    call: (node, args) => `${functionOf(node, target, scalars)}(${args.join(", ")})`,
    power: "**",
  });

/** Definitions of the functions that these expressions call and no module has; an empty text where there are none. */
export function pythonHelpers(
  target: PythonTarget,
  expressions: readonly Expression[],
  scalars: ReadonlySet<string> = new Set(),
): string {
  const called = new Set(expressions.flatMap(callsIn).map((node) => functionOf(node, target, scalars)));
  return Object.entries(helpers[target])
    .filter(([name]) => called.has(name))
    .map(([, definition]) => definition)
    .join("\n\n\n");
}

/** A name as Python has it: the formula's own, with `_` behind it where Python or the code around it reads it otherwise. */
export const pythonName = (name: string): string =>
  reserved.has(name.replace(/_+$/, "")) ? `${name}_` : name;

const functionOf = (node: Call, target: PythonTarget, scalars: ReadonlySet<string>): string =>
  vocableOf(node.fn)!.python[isPlain(node, scalars) ? "math" : target];

const isPlain = (expression: Expression, scalars: ReadonlySet<string>): boolean =>
  expression.kind === "name"
    ? constantOf(expression.name) !== undefined || scalars.has(expression.name)
    : childrenOf(expression).every((child) => isPlain(child, scalars));

const callsIn = (expression: Expression): Call[] => [
  ...(expression.kind === "call" ? [expression] : []),
  ...childrenOf(expression).flatMap(callsIn),
];

/** Whole numbers stay whole, as one writes them, up to where JavaScript no longer prints all their digits. */
const numeral = (value: number): string =>
  Number.isInteger(value) && value > Number.MAX_SAFE_INTEGER && value < 1e21 ? `${value}.0` : String(value);

const sign = "def sign(a):\n    return float((a > 0) - (a < 0))";

/** The lesser or the greater of tensors and plain numbers, in any combination; torch's own take tensors only. */
const extreme = (name: string, bound: string): string => `def ${name}imum(a, b):
    if not torch.is_tensor(a):
        a, b = b, a
    return torch.clamp(a, ${bound}=b) if torch.is_tensor(a) else ${name}(a, b)`;

const helpers: Readonly<Record<PythonTarget, Readonly<Record<string, string>>>> = {
  math: { step: "def step(a):\n    return float(a >= 0)", sign },
  torch: {
    step: "def step(a):\n    return (a >= 0).to(a.dtype) if torch.is_tensor(a) else float(a >= 0)",
    sign,
    minimum: extreme("min", "max"),
    maximum: extreme("max", "min"),
  },
  keras: {
    step: 'def step(a):\n    return ops.cast(a >= 0, a.dtype) if hasattr(a, "dtype") else float(a >= 0)',
    sign,
  },
};

/** Keywords, and what the generated code itself calls. */
const reserved = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield float math torch ops minimum maximum`.split(
    /\s+/,
  ),
);
