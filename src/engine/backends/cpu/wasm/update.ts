import type { Assignment } from "../../../../formula/ast";
import { toWasm } from "../../../../formula/emit/wasm";
import { namesIn } from "../../../../formula/scope";
import { wasmImports, wasmScratch } from "../../../../formula/wasm-code";
import type { Rule } from "../../../../experiment/rule";
import { assemble, type Code, type Fn, type Signature } from "./assembler";
import { advance, get, i32, load, op, plus, repeat, set, splat } from "./code";
import { alignedBytes } from "./layout";
import { fillLanes, storeLanes } from "./rows";

/** Names that have one value for all parameters of a step, in the order in which a rule's module reads them. */
export const scalarsOf = ({ hyperparameters, perStep }: Rule): string[] => [
  ...["t", "loss_t", "g_norm"],
  ...hyperparameters,
  ...perStep.map(({ target }) => target),
];

/** Bytes from theta to a run's first state, and from each state to the next. */
export const stateBytes = (parameters: number): number => alignedBytes(4 * parameters);

/**
 * A module that moves runs by a rule. `update(theta, gradient, scalars)` takes addresses; state lies behind theta.
 * `squares` of the same gives the sum of the squares of the penalised gradient, in float64, where nothing overflows.
 */
export function updateModule(rule: Rule, parameters: number): Uint8Array<ArrayBuffer> {
  const update = overAll("update", rule, parameters, (lanes) => [
    ...assigned([...rule.penalties, ...rule.update]),
    ...storeLanes(lanes, get("_theta"), "theta"),
    ...rule.state.flatMap((name, i) => [
      ...set(name, withoutDenormals(name)),
      ...storeLanes(lanes, get("_theta"), name, (i + 1) * stateBytes(parameters)),
    ]),
  ]);
  const squares = overAll("squares", rule, parameters, (lanes) => [
    ...assigned(rule.penalties),
    ...set("g", fillLanes(lanes, get("g"), 0)),
    ...addSquares(get("g")),
    ...addSquares([...get("g"), ...get("g"), ["f32x4.shuffle", [2, 3, 2, 3]]]),
  ]);
  const sum: Code = [
    ...get("_sum"),
    ["f64x2.extract_lane", 0],
    ...get("_sum"),
    ["f64x2.extract_lane", 1],
    "f64.add",
  ];
  return assemble([update, { ...squares, result: "f64", body: [...squares.body, ...sum] }], formulaImports);
}

/** What code made of formulas may call. */
export const formulaImports: Readonly<Record<string, Signature>> = Object.fromEntries(
  Object.entries(wasmImports).map(([name, { length: arity }]) => {
    const params = ["a", "b"].slice(0, arity).map((name) => [name, "f64"] as const);
    return [name, { params: Object.fromEntries(params), result: "f64" }];
  }),
);

/** Runs the body for all parameters, four at once, and for what is left. Names are locals; ours begin with `_`. */
function overAll(name: string, rule: Rule, parameters: number, body: (lanes: number) => Code): Fn {
  const scalars = scalarsOf(rule);
  const lines = [...rule.penalties, ...rule.update];
  const read = new Set(lines.flatMap(({ value }) => [...namesIn(value)]));
  const targets = lines.map(({ target }) => target);
  const names = new Set([...wasmScratch, "_sum", "theta", "g", ...rule.state, ...scalars, ...targets]);
  const step = (lanes: number) => [
    ...set("theta", load("v128.load", get("_theta"))),
    ...set("g", load("v128.load", get("_gradient"))),
    ...rule.state.flatMap((state, i) =>
      set(state, load("v128.load", get("_theta"), (i + 1) * stateBytes(parameters))),
    ),
    ...body(lanes),
  ];
  const rest = parameters % 4;
  const whole = 4 * (parameters - rest);
  const steps = repeat(
    [...step(4), ...advance("_theta", i32(16)), ...advance("_gradient", i32(16))],
    op("i32.lt_u", get("_theta"), get("_end")),
  );
  return {
    name,
    params: { _theta: "i32", _gradient: "i32", _scalars: "i32" },
    locals: { _end: "i32", ...Object.fromEntries([...names].map((each) => [each, "v128"] as const)) },
    body: [
      ...scalars.flatMap((scalar, i) =>
        read.has(scalar) ? set(scalar, load("v128.load32_splat", get("_scalars"), 4 * i)) : [],
      ),
      ...set("_end", plus(get("_theta"), i32(whole))),
      ...(whole > 0 ? steps : []),
      ...(rest > 0 ? step(rest) : []),
    ],
  };
}

const assigned = (lines: readonly Assignment[]): Code =>
  lines.flatMap(({ target, value }) => set(target, toWasm(value)));

function addSquares(vector: Code): Code {
  const wide = op("f64x2.promote_low_f32x4", vector);
  return set("_sum", op("f64x2.add", get("_sum"), op("f64x2.mul", wide, wide)));
}

/** What decays would else end in numbers so tiny that some processors take a hundred times as long for each. */
const withoutDenormals = (name: string): Code =>
  op("v128.andnot", get(name), op("f32x4.lt", op("f32x4.abs", get(name)), splat(2 ** -126)));
