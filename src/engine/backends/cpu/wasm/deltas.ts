import type { Activation } from "../../../../networks/settings";
import { activationsInWasm } from "./activation";
import type { Code, Fn } from "./assembler";
import { add, each, get, i32, load, mul, op, place, plus, set, splat, store } from "./code";
import type { Layout } from "./layout";
import { blockOf, eachBlock, eachVector, loadLanes, paddedBytes, rowLocals, storeLanes } from "./rows";

/**
 * Functions `deltas<layer>(theta, count)` that compute, from a layer's deltas, those of the layer before it: the gradient of
 * the mean loss by its sums. Of the first layer, it is the gradient by the inputs.
 */
export const backwards = (layout: Layout, activation: Activation): Fn[] =>
  layout.layers.map((_, index) => backward(layout, index, activation));

/** For four inputs at once: each takes its row of weights times the layer's deltas. */
function backward({ layers, inputGradient }: Layout, index: number, activation: Activation): Fn {
  const { inputs, units, at, deltas } = layers[index]!;
  const before = layers[index - 1];
  const column = op("i32.mul", get("input"), i32(4));
  const rowOf = (region: number) => plus(place(i32(region), get("sample"), 4 * inputs), column);
  const summed = (lanes: number): Code => [
    ...four.flatMap((k) => set(`total${k}`, splat(0))),
    ...eachBlock(units, (block) => [
      ...set("delta", blockOf(place(i32(deltas), get("sample"), paddedBytes(units)))),
      ...set("row", blockOf(plus(get("theta"), place(i32(4 * at), get("input"), 4 * units)))),
      ...eachVector(block, (j, width) => [
        ...set("weight", load("v128.load", get("delta"), 16 * j)),
        ...four.slice(0, lanes).flatMap((k) => {
          const row = loadLanes(width, get("row"), 16 * j + 4 * units * k);
          return set(`total${k}`, add(get(`total${k}`), mul(get("weight"), row)));
        }),
      ]),
    ]),
    ...set("weight", sumOfEach),
  ];
  const written = (lanes: number): Code => {
    if (!before) return storeLanes(lanes, rowOf(inputGradient), "weight");
    const slope = activationsInWasm[activation].slope(get("weight"), "output");
    return [
      ...set("weight", mul(get("weight"), loadLanes(lanes, rowOf(before.masks)))),
      ...set("output", loadLanes(lanes, rowOf(before.outputs))),
      ...store(
        "v128.store",
        plus(place(i32(before.deltas), get("sample"), paddedBytes(inputs)), column),
        slope,
      ),
    ];
  };
  const forAll = (lanes: number) =>
    each("sample", i32(0), get("count"), 1, [...summed(lanes), ...written(lanes)]);
  const rest = inputs % 4;
  return {
    name: `deltas${index}`,
    params: { theta: "i32", count: "i32" },
    locals: {
      ...rowLocals,
      ...{ sample: "i32", input: "i32", delta: "i32", row: "i32", output: "v128" },
      ...{ total0: "v128", total1: "v128", total2: "v128", total3: "v128" },
    },
    body: [
      ...(inputs > rest ? each("input", i32(0), i32(inputs - rest), 4, forAll(4)) : []),
      ...(rest > 0 ? [...set("input", i32(inputs - rest)), ...forAll(rest)] : []),
    ],
  };
}

const four = [0, 1, 2, 3];

type Order = readonly [number, number, number, number];
const addShuffled = (a: string, b: string, low: Order, high: Order): Code => {
  const shuffled = (order: Order): Code => [...get(a), ...get(b), ["f32x4.shuffle", order]];
  return add(shuffled(low), shuffled(high));
};

/** The sums of the four totals, side by side. */
const sumOfEach: Code = [
  ...set("total0", addShuffled("total0", "total1", [0, 4, 1, 5], [2, 6, 3, 7])),
  ...set("total2", addShuffled("total2", "total3", [0, 4, 1, 5], [2, 6, 3, 7])),
  ...addShuffled("total0", "total2", [0, 1, 4, 5], [2, 3, 6, 7]),
];
