import { expect, test } from "vitest";
import { activationsInWasm, exponentials } from "./activation";
import { assemble, type Fn } from "./assembler";
import { call, get, i32, load, set, store } from "./code";

const functions = {
  exp: Math.exp,
  tanh: Math.tanh,
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
};
const names = Object.keys(functions) as (keyof typeof functions)[];

const grid = Array.from({ length: 40_000 }, (_, i) => Math.fround((i - 19_999.5) / 230));
const tiny = [1e-3, 1e-5, 1e-10, 1e-20].flatMap((x) => [x, -x]);

test.each(names)("%s is that of float64 to seven digits, where float32 holds it", async (name) => {
  const xs = [...grid, ...tiny].filter((x) => Math.abs(x) < 87);
  const computed = await valuesOf(name, xs);
  xs.forEach((x, i) => {
    const exact = functions[name](Math.fround(x));
    expect(Math.abs(computed[i]! / exact - 1), `${name}(${x})`).toBeLessThan(4e-7);
  });
});

test("beyond what float32 holds they stay at their ends, and what is no number stays none", async () => {
  const xs = [-1e30, -Infinity, 1e30, Infinity, NaN, 0];
  const [exp, tanh, sigmoid] = await Promise.all(names.map((name) => valuesOf(name, xs)));
  expect(exp!.slice(0, 2).every((value) => value >= 0 && value < 1.3e-38)).toBe(true);
  expect(exp!.slice(2, 4).every((value) => value > 1e38)).toBe(true);
  expect(tanh!.slice(0, 4)).toEqual([-1, -1, 1, 1]);
  expect(sigmoid!.slice(0, 2).every((value) => value >= 0 && value < 1e-38)).toBe(true);
  expect(sigmoid!.slice(2, 4)).toEqual([1, 1]);
  for (const values of [exp!, tanh!, sigmoid!]) expect(values[4]).toBeNaN();
  expect([exp![5], tanh![5], sigmoid![5]]).toEqual([1, 0, 0.5]);
});

test("relu takes what is below 0 to 0 and keeps what is no number", async () => {
  expect(await valuesOf("relu", [-2, 0, 3, NaN])).toEqual([0, 0, 3, NaN]);
});

async function valuesOf(name: keyof typeof functions | "relu", xs: readonly number[]): Promise<number[]> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const four = new Float32Array(memory.buffer, 0, 4);
  const x = load("v128.load", i32(0));
  const value = name === "exp" ? call("exp", x) : activationsInWasm[name].value(x);
  const main: Fn = {
    name: "main",
    params: {},
    locals: { y: "v128" },
    body: [...set("y", value), ...store("v128.store", i32(0), get("y"))],
  };
  const { instance } = await WebAssembly.instantiate(assemble([...exponentials, main]), { env: { memory } });
  return xs.map((_, i) => {
    if (i % 4 === 0) {
      four.set(xs.slice(i, i + 4));
      (instance.exports.main as () => void)();
    }
    return four[i % 4]!;
  });
}
