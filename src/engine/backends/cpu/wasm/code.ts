import type { Code } from "./assembler";
import type { memoryInstructions, plainInstructions } from "./instructions";

// How kernels are written: each of these yields the instructions for one expression or statement.

/** A local's value. */
export const get = (name: string): Code => [["local.get", name]];

/** Puts a value into a local. */
export const set = (name: string, value: Code): Code => [...value, ["local.set", name]];

/** An operation after its operands. */
export const op = (name: keyof typeof plainInstructions, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  name,
];

/** A whole number. */
export const i32 = (value: number): Code => [["i32.const", value]];

/** Four times the same number. */
export const splat = (value: number): Code => [["f32x4.const", value]];

/** Sums, differences, products and quotients of vectors. */
export const add = (a: Code, b: Code): Code => op("f32x4.add", a, b);
export const sub = (a: Code, b: Code): Code => op("f32x4.sub", a, b);
export const mul = (a: Code, b: Code): Code => op("f32x4.mul", a, b);
export const div = (a: Code, b: Code): Code => op("f32x4.div", a, b);

/** The value of a function. */
export const call = (name: string, ...args: readonly Code[]): Code => [...args.flat(), ["call", name]];

type Loading = Extract<keyof typeof memoryInstructions, `${string}.load${string}`>;
type Storing = Extract<keyof typeof memoryInstructions, `${string}.store${string}`>;

/** What lies at an address. */
export const load = (kind: Loading, address: Code, offset = 0): Code => [...address, [kind, offset]];

/** Puts a value at an address. */
export const store = (kind: Storing, address: Code, value: Code, offset = 0): Code => [
  ...address,
  ...value,
  [kind, offset],
];

/** Sum of addresses. */
export const plus = (a: Code, b: Code): Code => op("i32.add", a, b);

/** A place in an array: `base` and `index` times `bytes`. */
export const place = (base: Code, index: Code, bytes: number): Code =>
  plus(base, op("i32.mul", index, i32(bytes)));

/** Moves a local on. */
export const advance = (name: string, by: Code): Code => set(name, plus(get(name), by));

/** Runs the body with a local that goes from `from` in steps up to below `to`: at least once. */
export const each = (name: string, from: Code, to: Code, step: number, body: Code): Code => [
  ...set(name, from),
  ...repeat([...body, ...advance(name, i32(step))], op("i32.lt_u", get(name), to)),
];

/** Runs the body, and once more as long as the condition holds. */
export const repeat = (body: Code, condition: Code): Code => [
  "loop",
  ...body,
  ...condition,
  ["br_if", 0],
  "end",
];

/** Runs the body where the condition holds. */
export const when = (condition: Code, body: Code): Code => [...condition, "if", ...body, "end"];
