import type { Code, Fn } from "./assembler";
import { add, advance, each, get, i32, load, mul, op, place, set, splat } from "./code";
import { eachEntry, inputOfEntry } from "./entries";
import type { Layout } from "./layout";
import {
  addRow,
  addWeightedRow,
  blockOf,
  eachBlock,
  eachVector,
  loadLanes,
  padded,
  paddedBytes,
  rowLocals,
  setSums,
  storeLanes,
  storeSums,
  type Block,
} from "./rows";

/**
 * Functions that compute the gradient of a layer's parameters from its deltas: `gradient0(count, offset)` and
 * `gradient<layer>(count)`.
 */
export const gradients = (layout: Layout): Fn[] =>
  layout.layers.map((_, index) => (index === 0 ? gradientOfFirst(layout) : gradientOf(layout, index)));

/** The deltas of all samples added up, as the biases' gradient is; `end` is where the block's last ones end. */
const addDeltas = (block: Block, deltas: number, units: number): Code => [
  ...setSums(block, () => splat(0)),
  ...set("delta", blockOf(i32(deltas))),
  ...set("end", place(get("delta"), get("count"), paddedBytes(units))),
  ...each("delta", get("delta"), get("end"), paddedBytes(units), addRow(padded(block), get("delta"))),
];

/** A weight's: its input times its delta, over all samples. */
function gradientOf({ layers, gradient }: Layout, index: number): Fn {
  const { inputs, units, at, deltas } = layers[index]!;
  const { kept } = layers[index - 1]!;
  const weights = gradient + 4 * at;
  return {
    name: `gradient${index}`,
    params: { count: "i32" },
    locals: { ...rowLocals, delta: "i32", end: "i32", input: "i32", row: "i32", column: "i32" },
    body: eachBlock(units, (block) => [
      ...addDeltas(block, deltas, units),
      ...storeSums(block, blockOf(i32(weights + 4 * inputs * units))),
      ...set("row", blockOf(i32(weights))),
      ...each("column", i32(kept), i32(kept + 4 * inputs), 4, [
        ...setSums(block, () => splat(0)),
        ...set("input", get("column")),
        ...each("delta", blockOf(i32(deltas)), get("end"), paddedBytes(units), [
          ...set("weight", load("v128.load32_splat", get("input"))),
          ...addWeightedRow(padded(block), get("delta")),
          ...advance("input", i32(4 * inputs)),
        ]),
        ...storeSums(block, get("row")),
        ...advance("row", i32(4 * units)),
      ]),
    ]),
  };
}

/** The first layer's: what all inputs have in common, and then what the listed ones add. */
function gradientOfFirst(layout: Layout): Fn {
  const { layers, gradient } = layout;
  const { inputs, units, at, deltas } = layers[0]!;
  const weights = gradient + 4 * at;
  const biases = weights + 4 * inputs * units;
  const addListed = (block: Block): Code => [
    ...set("input", inputOfEntry),
    ...eachVector(block, (j, lanes) => [
      ...set("weight", add(loadLanes(lanes, get("row"), 16 * j), mul(get("input"), get(`sum${j}`)))),
      ...storeLanes(lanes, get("row"), "weight", 16 * j),
    ]),
  ];
  return {
    name: "gradient0",
    params: { count: "i32", offset: "f32" },
    locals: {
      ...rowLocals,
      ...{ sample: "i32", delta: "i32", end: "i32", entry: "i32", input: "v128", row: "i32", weights: "i32" },
    },
    body: eachBlock(units, (block) => [
      ...addDeltas(block, deltas, units),
      ...set("row", blockOf(i32(biases))),
      ...storeSums(block, get("row")),
      ...setSums(block, (j) => mul(get(`sum${j}`), op("f32x4.splat", get("offset")))),
      ...set("end", get("row")),
      ...set("weights", blockOf(i32(weights))),
      ...each("row", get("weights"), get("end"), 4 * units, storeSums(block, get("row"))),
      ...each("sample", i32(0), get("count"), 1, [
        ...set("delta", blockOf(place(i32(deltas), get("sample"), paddedBytes(units)))),
        ...setSums(block, (j) => load("v128.load", get("delta"), 16 * j)),
        ...eachEntry(layout, addListed(block)),
      ]),
    ]),
  };
}
