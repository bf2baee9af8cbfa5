import type { Activation } from "../../../../networks/settings";
import { activationsInWasm } from "./activation";
import type { Code, Fn } from "./assembler";
import { advance, each, get, i32, load, op, place, plus, set, splat, store, when } from "./code";
import { entryBytes } from "./entries";
import type { Layout } from "./layout";
import {
  add,
  addWeighted,
  blockOf,
  eachBlock,
  eachVector,
  loadLanes,
  paddedBytes,
  rowLocals,
  setSums,
  storeLanes,
  type Block,
} from "./rows";

/**
 * Functions that compute the gradient of a layer's parameters, `gradient0(count, offset)` and `gradient<layer>(count)`, from
 * the deltas, and those by its inputs, `deltas<layer>(theta, count)`; of the first layer, these are the inputs' gradient.
 */
export const backwards = (layout: Layout, activation: Activation): Fn[] =>
  layout.layers.flatMap((_, index) => [
    index === 0 ? gradientOfFirst(layout) : gradient(layout, index),
    deltas(layout, index, activation),
  ]);

const addedDeltas = (block: Block, deltas: number, units: number): Code => [
  ...setSums(block, () => splat(0)),
  ...set("delta", blockOf(i32(deltas))),
  ...set("end", place(get("delta"), get("count"), paddedBytes(units))),
  ...each("delta", get("delta"), get("end"), paddedBytes(units), add(full(block), get("delta"))),
];

/** Deltas are read as whole vectors. */
const full = (block: Block): Block => block.map(() => 4);

const written = (block: Block, row: Code): Code =>
  eachVector(block, (j, lanes) => storeLanes(lanes, row, `sum${j}`, 16 * j));

function gradient({ layers, gradient }: Layout, index: number): Fn {
  const { inputs, units, at, deltas } = layers[index]!;
  const { kept } = layers[index - 1]!;
  return {
    name: `gradient${index}`,
    params: { count: "i32" },
    locals: { ...rowLocals, delta: "i32", end: "i32", input: "i32", row: "i32", column: "i32" },
    body: eachBlock(units, (block) => [
      ...addedDeltas(block, deltas, units),
      ...set("row", blockOf(i32(gradient + 4 * (at + inputs * units)))),
      ...written(block, get("row")),
      ...set("row", blockOf(i32(gradient + 4 * at))),
      ...each("column", i32(kept), i32(kept + 4 * inputs), 4, [
        ...setSums(block, () => splat(0)),
        ...set("input", get("column")),
        ...each("delta", blockOf(i32(deltas)), get("end"), paddedBytes(units), [
          ...set("weight", load("v128.load32_splat", get("input"))),
          ...addWeighted(full(block), get("delta")),
          ...advance("input", i32(4 * inputs)),
        ]),
        ...written(block, get("row")),
        ...advance("row", i32(4 * units)),
      ]),
    ]),
  };
}

/** The first layer's: what all inputs have in common, and then what the listed ones add. */
function gradientOfFirst({ layers, gradient, begins }: Layout): Fn {
  const { inputs, units, at, deltas } = layers[0]!;
  const weights = gradient + 4 * at;
  const biases = weights + 4 * inputs * units;
  return {
    name: "gradient0",
    params: { count: "i32", offset: "f32" },
    locals: {
      ...rowLocals,
      ...{ sample: "i32", delta: "i32", end: "i32", input: "i32", row: "i32", weights: "i32" },
    },
    body: [
      ...eachBlock(units, (block) => [
        ...addedDeltas(block, deltas, units),
        ...set("row", blockOf(i32(biases))),
        ...written(block, get("row")),
        ...setSums(block, (j) => op("f32x4.mul", get(`sum${j}`), op("f32x4.splat", get("offset")))),
        ...set("end", get("row")),
        ...each("row", blockOf(i32(weights)), get("end"), 4 * units, written(block, get("row"))),
      ]),
      ...each(
        "sample",
        i32(0),
        get("count"),
        1,
        eachBlock(units, (block) => [
          ...set("delta", blockOf(place(i32(deltas), get("sample"), paddedBytes(units)))),
          ...setSums(block, (j) => load("v128.load", get("delta"), 16 * j)),
          ...set("weights", blockOf(i32(weights))),
          ...set("input", load("i32.load", place(i32(begins), get("sample"), 4))),
          ...set("end", load("i32.load", place(i32(begins), get("sample"), 4), 4)),
          ...when(
            op("i32.ne", get("input"), get("end")),
            each("input", get("input"), get("end"), entryBytes, [
              ...set("row", plus(get("weights"), load("i32.load", get("input")))),
              ...eachVector(block, (j, lanes) => [
                ...set(
                  "weight",
                  op(
                    "f32x4.add",
                    loadLanes(lanes, get("row"), 16 * j),
                    op("f32x4.mul", load("v128.load32_splat", get("input"), 4), get(`sum${j}`)),
                  ),
                ),
                ...storeLanes(lanes, get("row"), "weight", 16 * j),
              ]),
            ]),
          ),
        ]),
      ),
    ],
  };
}

/** Four of them at once: each is a row of weights times the deltas behind it. */
function deltas({ layers, inputGradient }: Layout, index: number, activation: Activation): Fn {
  const { inputs, units, at, deltas } = layers[index]!;
  const before = layers[index - 1];
  const rows = [0, 1, 2, 3];
  const total = (row: number) => `total${row}`;
  const four = (lanes: number): Code => [
    ...rows.flatMap((row) => set(total(row), splat(0))),
    ...eachBlock(units, (block) => [
      ...set("delta", blockOf(place(i32(deltas), get("sample"), paddedBytes(units)))),
      ...set(
        "row",
        blockOf(plus(get("theta"), op("i32.add", i32(4 * at), op("i32.mul", get("input"), i32(4 * units))))),
      ),
      ...eachVector(block, (j, width) => [
        ...set("weight", load("v128.load", get("delta"), 16 * j)),
        ...rows
          .slice(0, lanes)
          .flatMap((row) =>
            set(
              total(row),
              op(
                "f32x4.add",
                get(total(row)),
                op("f32x4.mul", get("weight"), loadLanes(width, get("row"), 16 * j + 4 * units * row)),
              ),
            ),
          ),
      ]),
    ]),
    ...set("weight", sumOfEach),
    ...(before
      ? ofHidden(before, lanes)
      : [
          ...set(
            "row",
            plus(place(i32(inputGradient), get("sample"), 4 * inputs), op("i32.mul", get("input"), i32(4))),
          ),
          ...storeLanes(lanes, get("row"), "weight"),
        ]),
  ];
  const ofHidden = ({ outputs, masks, deltas }: Layout["layers"][number], lanes: number): Code => {
    const column = op("i32.mul", get("input"), i32(4));
    const rowOf = (region: number) => plus(place(i32(region), get("sample"), 4 * inputs), column);
    return [
      ...set("output", loadLanes(lanes, rowOf(outputs))),
      ...set("weight", op("f32x4.mul", get("weight"), loadLanes(lanes, rowOf(masks)))),
      ...store(
        "v128.store",
        plus(place(i32(deltas), get("sample"), paddedBytes(inputs)), column),
        activationsInWasm[activation].slope(get("weight"), "output"),
      ),
    ];
  };
  const whole = 4 * Math.floor(inputs / 4);
  return {
    name: `deltas${index}`,
    params: { theta: "i32", count: "i32" },
    locals: {
      ...rowLocals,
      ...{ sample: "i32", input: "i32", delta: "i32", row: "i32", output: "v128" },
      ...{ total0: "v128", total1: "v128", total2: "v128", total3: "v128" },
    },
    body: each("sample", i32(0), get("count"), 1, [
      ...(whole > 0 ? each("input", i32(0), i32(whole), 4, four(4)) : []),
      ...(inputs > whole ? [...set("input", i32(whole)), ...four(inputs - whole)] : []),
    ]),
  };
}

type Order = readonly [number, number, number, number];
const added = (a: string, b: string, low: Order, high: Order): Code => {
  const shuffled = (order: Order): Code => [...get(a), ...get(b), ["f32x4.shuffle", order]];
  return op("f32x4.add", shuffled(low), shuffled(high));
};

/** The sums of the four totals, side by side. */
const sumOfEach: Code = [
  ...set("total0", added("total0", "total1", [0, 4, 1, 5], [2, 6, 3, 7])),
  ...set("total2", added("total2", "total3", [0, 4, 1, 5], [2, 6, 3, 7])),
  ...added("total0", "total2", [0, 1, 4, 5], [2, 3, 6, 7]),
];
