import type { Layer } from "../../../../networks/layers";
import type { Code, Fn } from "./assembler";
import { advance, each, get, i32, load, mul, op, place, plus, repeat, set, store, when } from "./code";
import type { Layout } from "./layout";

/** Bytes of an entry: the place of an input's weights, in bytes from the layer's begin, and the input. */
const entryBytes = 8;

/** Runs the body for each entry of the local `sample`, with `row` at its place from `weights`; needs `entry` and `end`. */
export const eachEntry = ({ begins }: Layout, body: Code): Code => [
  ...set("entry", load("i32.load", place(i32(begins), get("sample"), 4))),
  ...set("end", load("i32.load", place(i32(begins), get("sample"), 4), 4)),
  ...when(
    op("i32.ne", get("entry"), get("end")),
    each("entry", get("entry"), get("end"), entryBytes, [
      ...set("row", plus(get("weights"), load("i32.load", get("entry")))),
      ...body,
    ]),
  ),
];

/** The input of the local `entry`, four times. */
export const inputOfEntry: Code = load("v128.load32_splat", get("entry"), 4);

/** How inputs lie in memory. */
type Reading = {
  readonly bytes: number;
  /** Puts eight of them into the locals `low` and `high`. */
  readonly eight: Code;
  readonly isAnyOfEight: Code;
  /** Whether the one so many bytes on is not 0. */
  readonly isAny: (bytes: number) => Code;
};

const inkBytes = load("v128.load8x8_u", get("input"));
const scaled = (half: Code) => mul(op("f32x4.convert_i32x4_s", half), op("f32x4.splat", get("scale")));
const [low, high] = [0, 16].map((bytes) => load("v128.load", get("input"), bytes)) as [Code, Code];

const readings: Readonly<Record<string, Reading>> = {
  listInk: {
    bytes: 1,
    eight: [
      ...set("low", scaled(op("i32x4.extend_low_i16x8_u", inkBytes))),
      ...set("high", scaled(op("i32x4.extend_high_i16x8_u", inkBytes))),
    ],
    isAnyOfEight: op("i32.eqz", op("i64.eqz", load("i64.load", get("input")))),
    isAny: (bytes) => op("i32.ne", load("i32.load8_u", get("input"), bytes), i32(0)),
  },
  listInputs: {
    bytes: 4,
    eight: [...set("low", low), ...set("high", high)],
    isAnyOfEight: op("v128.any_true", op("v128.or", low, high)),
    isAny: (bytes) => op("f32.ne", load("f32.load", get("input"), bytes), [["f32.const", 0]]),
  },
};

/**
 * Functions that list the inputs that are not 0: four of five pixels are, and nothing need be computed with them.
 * `listInk(count, scale)` lists ink times the scale, `listInputs(count, 1)` float32 inputs as they are.
 */
export const listings = (first: Layer, layout: Layout): Fn[] =>
  Object.entries(readings).map(([name, reading]) => listing(name, reading, first, layout));

function listing(
  name: string,
  { bytes, eight, isAnyOfEight, isAny }: Reading,
  { inputs, units }: Layer,
  layout: Layout,
): Fn {
  // Whatever the value, it is written; the next one comes in its place if it was 0. Chance would mislead a branch.
  const entry = (k: number): Code => [
    ...store("i32.store", get("entry"), plus(get("row"), i32(4 * units * k))),
    ...get("entry"),
    ...get(k < 4 ? "low" : "high"),
    ["v128.store32_lane", 4, k % 4],
    ...advance("entry", op("i32.shl", isAny(bytes * k), i32(Math.log2(entryBytes)))),
  ];
  const some = (count: number): Code => [
    // Paper lies beside paper.
    ...when(isAnyOfEight, [...eight, ...Array.from({ length: count }, (_, k) => entry(k)).flat()]),
    ...advance("input", i32(bytes * count)),
    ...advance("row", i32(4 * units * count)),
  ];
  const rest = inputs % 8;
  const whole = 4 * units * (inputs - rest);
  return {
    name,
    params: { count: "i32", scale: "f32" },
    locals: { sample: "i32", input: "i32", row: "i32", entry: "i32", low: "v128", high: "v128" },
    body: [
      ...set("input", i32(layout.samples)),
      ...set("entry", i32(layout.entries)),
      ...store("i32.store", i32(layout.begins), get("entry")),
      ...each("sample", i32(0), get("count"), 1, [
        ...set("row", i32(0)),
        ...(whole > 0 ? repeat(some(8), op("i32.lt_u", get("row"), i32(whole))) : []),
        ...(rest > 0 ? some(rest) : []),
        ...store("i32.store", place(i32(layout.begins + 4), get("sample"), 4), get("entry")),
      ]),
    ],
  };
}
