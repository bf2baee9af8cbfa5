import type { Code } from "./assembler";
import { add, each, get, i32, load, mul, plus, set } from "./code";

// A row of numbers is worked on in vectors of four, of which the last holds what is left: it is read and written exactly,
// so that rows lie side by side without a gap, what is read beyond the last number is 0, and nothing is written there.

/** Vectors of a row that are worked on together, each by how many numbers it holds: 4, but for a row's last. */
export type Block = readonly number[];

/** So many accumulators and what they are made of fit the processor's registers. */
const mostVectors = 8;

/** Bytes from one row to the next where rows begin at whole vectors. */
export const paddedBytes = (length: number): number => 16 * Math.ceil(length / 4);

/** Code for each block of a row, in which the local `block` is where it begins, in bytes from the row's begin. */
export function eachBlock(length: number, emit: (block: Block) => Code): Code {
  const vectors = Math.ceil(length / 4);
  const last = ((vectors - 1) % mostVectors) + 1;
  const before = 16 * (vectors - last);
  const body = (count: number) => emit(new Array<number>(count).fill(4));
  return [
    ...(before > 0
      ? each("block", i32(0), i32(before), 16 * mostVectors, body(mostVectors))
      : set("block", i32(0))),
    ...emit([...new Array<number>(last - 1).fill(4), length - 4 * (vectors - 1)]),
  ];
}

/** Code for each vector of a block: its place, and how many numbers it holds. */
export const eachVector = (block: Block, emit: (j: number, lanes: number) => Code): Code =>
  block.flatMap((lanes, j) => emit(j, lanes));

/** So many numbers at an address, 0 beyond them. */
export function loadLanes(lanes: number, address: Code, offset = 0): Code {
  if (lanes === 4) return load("v128.load", address, offset);
  if (lanes === 1) return load("v128.load32_zero", address, offset);
  const two = load("v128.load64_zero", address, offset);
  return lanes === 2 ? two : [...address, ...two, ["v128.load32_lane", offset + 8, 2]];
}

/** Puts the first so many numbers of a local at an address. */
export function storeLanes(lanes: number, address: Code, vector: string, offset = 0): Code {
  const value = get(vector);
  if (lanes === 4) return [...address, ...value, ["v128.store", offset]];
  if (lanes === 1) return [...address, ...value, ["v128.store32_lane", offset, 0]];
  const two: Code = [...address, ...value, ["v128.store64_lane", offset, 0]];
  return lanes === 2 ? two : [...two, ...address, ...value, ["v128.store32_lane", offset + 8, 2]];
}

/** A vector whose numbers after the first so many are replaced. */
export const fillLanes = (lanes: number, vector: Code, by: number): Code => [
  ...vector,
  ...[0, 1, 2, 3].slice(lanes).flatMap((lane): Code => [
    ["f32.const", by],
    ["f32x4.replace_lane", lane],
  ]),
];

/** Locals that the code below names. */
export const rowLocals = {
  block: "i32",
  weight: "v128",
  ...Object.fromEntries(Array.from({ length: mostVectors }, (_, j) => [`sum${j}`, "v128"] as const)),
} as const;

const sum = (j: number) => `sum${j}`;

/** Sets each of the block's sums. */
export const setSums = (block: Block, value: (j: number, lanes: number) => Code): Code =>
  eachVector(block, (j, lanes) => set(sum(j), value(j, lanes)));

/** Adds a row to the block's sums. */
export const addRow = (block: Block, row: Code): Code =>
  setSums(block, (j, lanes) => add(get(sum(j)), loadLanes(lanes, row, 16 * j)));

/** Adds a row, times the local `weight`, to the block's sums. */
export const addWeightedRow = (block: Block, row: Code): Code =>
  setSums(block, (j, lanes) => add(get(sum(j)), mul(get("weight"), loadLanes(lanes, row, 16 * j))));

/** Puts the block's sums into a row. */
export const storeSums = (block: Block, row: Code): Code =>
  eachVector(block, (j, lanes) => storeLanes(lanes, row, sum(j), 16 * j));

/** The same block of rows that begin at whole vectors: all are read whole. */
export const padded = (block: Block): Block => block.map(() => 4);

/** Where the block of a row begins. */
export const blockOf = (row: Code): Code => plus(row, get("block"));
