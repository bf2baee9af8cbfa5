import type { Activation } from "../../../../networks/settings";
import { activationsInWasm } from "./activation";
import type { Code, Fn } from "./assembler";
import { add, advance, each, get, i32, load, mul, op, place, plus, set, splat, store, when } from "./code";
import { eachEntry, inputOfEntry } from "./entries";
import type { Layout } from "./layout";
import {
  addRow,
  addWeightedRow,
  blockOf,
  eachBlock,
  eachVector,
  loadLanes,
  rowLocals,
  setSums,
  storeLanes,
  type Block,
} from "./rows";

/**
 * Functions that compute the outputs of a layer from those before it: `base(theta, offset)`, once a run, and
 * `forward<layer>(theta, count)`.
 */
export const forwards = (layout: Layout, activation: Activation): Fn[] => [
  baseOf(layout),
  ...layout.layers.map((_, index) => forward(layout, index, activation)),
];

/** What the first layer's sums begin with: its biases, and what all inputs have in common, as the list lacks it. */
function baseOf({ base, layers }: Layout): Fn {
  const { inputs, units, at } = layers[0]!;
  const biases = 4 * (at + inputs * units);
  return {
    name: "base",
    params: { theta: "i32", offset: "f32" },
    locals: { ...rowLocals, row: "i32", end: "i32" },
    body: eachBlock(units, (block) => [
      ...setSums(block, () => splat(0)),
      ...when(op("f32.ne", get("offset"), [["f32.const", 0]]), [
        ...set("end", blockOf(plus(get("theta"), i32(biases)))),
        ...each(
          "row",
          blockOf(plus(get("theta"), i32(4 * at))),
          get("end"),
          4 * units,
          addRow(block, get("row")),
        ),
      ]),
      ...set("row", blockOf(plus(get("theta"), i32(biases)))),
      ...eachVector(block, (j, lanes) => {
        const common = mul(op("f32x4.splat", get("offset")), get(`sum${j}`));
        const sum = add(common, loadLanes(lanes, get("row"), 16 * j));
        return store("v128.store", plus(i32(base), get("block")), sum, 16 * j);
      }),
    ]),
  };
}

function forward(layout: Layout, index: number, activation: Activation): Fn {
  const { layers, base } = layout;
  const { inputs, units, at, outputs, kept, masks } = layers[index]!;
  const isHidden = index < layers.length - 1;
  const rowOf = (region: number) => plus(i32(region), get("at"));
  const weights = blockOf(plus(get("theta"), i32(4 * at)));
  const biases = blockOf(plus(get("theta"), i32(4 * (at + inputs * units))));

  const fromEntries = (block: Block): Code => [
    ...set("weights", weights),
    ...setSums(block, (j) => load("v128.load", plus(i32(base), get("block")), 16 * j)),
    ...eachEntry(layout, [...set("weight", inputOfEntry), ...addWeightedRow(block, get("row"))]),
  ];
  const fromOutputs = (block: Block): Code => [
    ...set("row", biases),
    ...setSums(block, (j, lanes) => loadLanes(lanes, get("row"), 16 * j)),
    ...set("row", weights),
    ...set("input", place(i32(layers[index - 1]?.kept ?? 0), get("sample"), 4 * inputs)),
    ...set("end", plus(get("input"), i32(4 * inputs))),
    ...each("input", get("input"), get("end"), 4, [
      ...set("weight", load("v128.load32_splat", get("input"))),
      ...addWeightedRow(block, get("row")),
      ...advance("row", i32(4 * units)),
    ]),
  ];
  const written = (block: Block): Code => [
    ...set("at", blockOf(op("i32.mul", get("sample"), i32(4 * units)))),
    ...eachVector(block, (j, lanes) => {
      const sum = `sum${j}`;
      if (!isHidden) return storeLanes(lanes, rowOf(outputs), sum, 16 * j);
      return [
        ...set(sum, activationsInWasm[activation].value(get(sum))),
        ...storeLanes(lanes, rowOf(outputs), sum, 16 * j),
        ...set(sum, mul(get(sum), loadLanes(lanes, rowOf(masks), 16 * j))),
        ...storeLanes(lanes, rowOf(kept), sum, 16 * j),
      ];
    }),
  ];
  return {
    name: `forward${index}`,
    params: { theta: "i32", count: "i32" },
    locals: {
      ...rowLocals,
      sample: "i32",
      entry: "i32",
      input: "i32",
      end: "i32",
      weights: "i32",
      row: "i32",
      at: "i32",
    },
    // Block by block, so that the weights at work stay in the processor's caches for all samples.
    body: eachBlock(units, (block) =>
      each("sample", i32(0), get("count"), 1, [
        ...(index === 0 ? fromEntries(block) : fromOutputs(block)),
        ...written(block),
      ]),
    ),
  };
}
