import { expect, test } from "vitest";
import { assemble, type Code, type Fn } from "./assembler";
import { get, i32, op, plus, set, splat } from "./code";
import { fillLanes, loadLanes, storeLanes } from "./rows";

const memory = new WebAssembly.Memory({ initial: 1 });
const floats = new Float32Array(memory.buffer);

test("whole numbers of every length arrive as they are", async () => {
  const edges = [0, 1, 63, 64, 127, 128, 8191, 8192, 2 ** 20, 2 ** 27, 2 ** 31 - 1];
  const values = edges.flatMap((value) => [value, -value, -value - 1]);
  const module = await instantiated(
    values.map((value, i) => ({ name: `f${i}`, params: {}, result: "i32", body: i32(value) })),
  );
  expect(values.map((_, i) => module[`f${i}`]!())).toEqual(values.map((value) => value | 0));
});

test("a module of many functions and long code is still read to its end", async () => {
  const body: Code = [
    ...i32(0),
    ...Array.from({ length: 20_000 }, () => [...i32(1), "i32.add"] as const).flat(),
  ];
  const fns = Array.from({ length: 200 }, (_, i): Fn => ({
    name: `f${i}`,
    params: {},
    result: "i32",
    body: i < 199 ? i32(i) : body,
  }));
  const module = await instantiated(fns);
  expect(module.f198!()).toBe(198);
  expect(module.f199!()).toBe(20_000);
});

test("a name that nothing has is an error", () => {
  expect(() => assemble([{ name: "f", params: { here: "i32" }, body: [...get("there"), "drop"] }])).toThrow(
    "nothing is called there",
  );
  expect(() => assemble([{ name: "f", params: {}, body: [["call", "g"]] }])).toThrow("nothing is called g");
});

test.each([1, 2, 3, 4])("of a vector of %d numbers, no other is read or written", async (lanes) => {
  const { copy } = await instantiated([
    {
      name: "copy",
      params: { from: "i32", to: "i32" },
      locals: { vector: "v128", sum: "f32" },
      body: [
        ...set("vector", op("f32x4.add", loadLanes(lanes, get("from")), splat(0))),
        ...storeLanes(lanes, get("to"), "vector"),
        ...set("vector", fillLanes(lanes, get("vector"), 7)),
        ...storeLanes(4, plus(get("to"), i32(16)), "vector"),
      ],
    },
  ]);
  floats.set([1, 2, 3, 4], 0);
  floats.fill(-1, 8, 16);
  copy!(0, 32);
  const expected = [1, 2, 3, 4].map((value, k) => (k < lanes ? value : -1));
  expect([...floats.subarray(8, 12)]).toEqual(expected);
  expect([...floats.subarray(12, 16)]).toEqual(expected.map((value) => (value < 0 ? 7 : value)));
});

test("what is read beyond a row's numbers is 0", async () => {
  floats.set([1, NaN, NaN, NaN], 0);
  const { third } = await instantiated([
    { name: "third", params: {}, result: "f32", body: [...loadLanes(1, i32(0)), ["f32x4.extract_lane", 2]] },
  ]);
  expect(third!()).toBe(0);
});

async function instantiated(fns: readonly Fn[]): Promise<Record<string, (...args: number[]) => number>> {
  const { instance } = await WebAssembly.instantiate(assemble(fns), { env: { memory } });
  return instance.exports as Record<string, (...args: number[]) => number>;
}
