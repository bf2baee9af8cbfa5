import type { Code, Fn } from "./assembler";
import {
  add,
  call,
  div,
  each,
  get,
  i32,
  load,
  mul,
  op,
  place,
  plus,
  set,
  splat,
  store,
  sub,
  when,
} from "./code";
import type { Layout } from "./layout";
import { fillLanes, loadLanes, paddedBytes } from "./rows";

/** A class whose share is below e^-64 counts for nothing: float32 could not tell, and tiny numbers are slow. */
const least = -64;

/**
 * `softmax(count)`: what the outputs say of each sample. Gives the cross-entropy summed over the samples, and leaves the
 * class with the highest score and the gradient of the mean by the scores.
 */
export function softmax({ layers, labels, named }: Layout): Fn {
  const { units, outputs, deltas } = layers.at(-1)!;
  const vectors = Array.from({ length: Math.ceil(units / 4) }, (_, j) => j);
  const lanesOf = (j: number) => Math.min(4, units - 4 * j);
  /** Scores, and below all of them where there are none. */
  const scores = (j: number) =>
    fillLanes(lanesOf(j), loadLanes(lanesOf(j), get("scores"), 16 * j), -Infinity);
  const label = load("i32.load8_u", plus(i32(labels), get("sample")));
  const share = op("f32.div", [["f32.const", 1]], op("f32.convert_i32_u", get("count")));
  return {
    name: "softmax",
    params: { count: "i32" },
    result: "f64",
    locals: {
      ...{ sample: "i32", scores: "i32", deltas: "i32", label: "i32", winner: "i32", equal: "i32" },
      ...{ most: "v128", sum: "v128", term: "v128", share: "f32", loss: "f64" },
    },
    body: [
      ...set("share", share),
      ...each("sample", i32(0), get("count"), 1, [
        ...set("scores", place(i32(outputs), get("sample"), 4 * units)),
        ...set("deltas", place(i32(deltas), get("sample"), paddedBytes(units))),
        ...set(
          "most",
          acrossLanes(
            "f32x4.max",
            vectors.map(scores).reduce((a, b) => op("f32x4.max", a, b)),
          ),
        ),
        ...set("winner", i32(0)),
        ...vectors
          .toReversed()
          .flatMap((j) => [
            ...set("equal", op("i32x4.bitmask", op("f32x4.eq", scores(j), get("most")))),
            ...when(get("equal"), set("winner", plus(op("i32.ctz", get("equal")), i32(4 * j)))),
          ]),
        ...store("i32.store8", plus(i32(named), get("sample")), get("winner")),
        ...set("sum", splat(0)),
        ...vectors.flatMap((j) => [
          ...set("term", sub(scores(j), get("most"))),
          ...set(
            "term",
            op("v128.andnot", call("exp", get("term")), op("f32x4.lt", get("term"), splat(least))),
          ),
          ...set("sum", add(get("sum"), get("term"))),
          ...store("v128.store", get("deltas"), get("term"), 16 * j),
        ]),
        ...set("sum", acrossLanes("f32x4.add", get("sum"))),
        ...vectors.flatMap((j) => {
          const part = div(load("v128.load", get("deltas"), 16 * j), get("sum"));
          return store("v128.store", get("deltas"), mul(part, op("f32x4.splat", get("share"))), 16 * j);
        }),
        ...set("label", op("i32.mul", label, i32(4))),
        ...set("deltas", plus(get("deltas"), get("label"))),
        ...store("f32.store", get("deltas"), op("f32.sub", load("f32.load", get("deltas")), get("share"))),
        ...set(
          "loss",
          op("f64.add", get("loss"), [
            ...call("log", float64(first("sum"))),
            ...float64(first("most")),
            "f64.add",
            ...float64(load("f32.load", plus(get("scores"), get("label")))),
            "f64.sub",
          ]),
        ),
      ]),
      ...get("loss"),
    ],
  };
}

const float64 = (value: Code): Code => op("f64.promote_f32", value);
const first = (vector: string): Code => [...get(vector), ["f32x4.extract_lane", 0]];

/** What an operation makes of all four numbers of a vector, in each of its lanes; needs a local `term`. */
function acrossLanes(operation: "f32x4.add" | "f32x4.max", vector: Code): Code {
  const withOther = (order: readonly [number, number, number, number]) =>
    op(operation, get("term"), [...get("term"), ...get("term"), ["f32x4.shuffle", order]]);
  return [...set("term", vector), ...set("term", withOther([2, 3, 0, 1])), ...withOther([1, 0, 3, 2])];
}
