import type { Layer } from "../../../../networks/layers";
import type { Code, Fn } from "./assembler";
import { advance, each, get, i32, load, op, place, plus, set, store, when } from "./code";
import type { Layout } from "./layout";

/** Bytes of an entry: the place of an input's weights, in bytes from the layer's begin, and the input. */
export const entryBytes = 8;

/**
 * Functions that list the inputs that are not 0: four of five pixels are, and nothing need be computed with them.
 * `listInk(count, scale)` lists ink times the scale, `listInputs(count)` float32 inputs.
 */
export const listings = ({ inputs, units }: Layer, layout: Layout): Fn[] => {
  const listing = (bytes: number, value: (k: number) => Code, isAnyOf8?: Code): Code => {
    // Whatever the value, it is written; the next one comes in its place if it was 0. Chance would mislead a branch.
    const entry = (k: number) => [
      ...store("i32.store", get("entry"), plus(get("row"), i32(4 * units * k))),
      ...set("value", value(k)),
      ...store("f32.store", get("entry"), get("value"), 4),
      ...advance("entry", op("i32.mul", op("f32.ne", get("value"), [["f32.const", 0]]), i32(entryBytes))),
    ];
    const entries = (count: number) => Array.from({ length: count }, (_, k) => entry(k)).flat();
    const eight = isAnyOf8 ? when(isAnyOf8, entries(8)) : entries(8);
    const onward = (count: number) => [
      ...advance("input", i32(bytes * count)),
      ...advance("row", i32(4 * units * count)),
    ];
    return [
      ...set("input", i32(layout.samples)),
      ...set("entry", i32(layout.entries)),
      ...store("i32.store", i32(layout.begins), get("entry")),
      ...each("sample", i32(0), get("count"), 1, [
        ...set("row", i32(0)),
        ...(inputs >= 8
          ? each("eight", i32(0), i32(Math.floor(inputs / 8)), 1, [...eight, ...onward(8)])
          : []),
        ...entries(inputs % 8),
        ...onward(inputs % 8),
        ...store("i32.store", place(i32(layout.begins + 4), get("sample"), 4), get("entry")),
      ]),
    ];
  };
  const locals = {
    sample: "i32",
    eight: "i32",
    input: "i32",
    row: "i32",
    entry: "i32",
    value: "f32",
  } as const;
  const ink = (k: number) =>
    op("f32.mul", op("f32.convert_i32_u", load("i32.load8_u", get("input"), k)), get("scale"));
  return [
    {
      name: "listInk",
      params: { count: "i32", scale: "f32" },
      locals,
      body: listing(1, ink, op("i32.eqz", op("i64.eqz", load("i64.load", get("input"))))),
    },
    {
      name: "listInputs",
      params: { count: "i32" },
      locals,
      body: listing(4, (k) => load("f32.load", get("input"), 4 * k)),
    },
  ];
};
