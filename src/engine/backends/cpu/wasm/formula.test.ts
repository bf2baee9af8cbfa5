import { expect, test } from "vitest";
import type { Assignment, BinaryOperator } from "../../../../formula/ast";
import { toClosure } from "../../../../formula/emit/evaluate";
import { toTensor, type TensorOps } from "../../../../formula/emit/tensor";
import { toWasm } from "../../../../formula/emit/wasm";
import { hoist } from "../../../../formula/hoist";
import { parseExpression, parseProgram } from "../../../../formula/parse";
import { assigned, chanceOf, randomPrograms, readOnly, sourceOf } from "../../../../formula/random-formulas";
import { namesIn } from "../../../../formula/scope";
import { functionNames, vocableOf } from "../../../../formula/vocabulary";
import { wasmImports, wasmScratch } from "../../../../formula/wasm-code";
import { assemble, type Fn } from "./assembler";
import { i32, load, set, store, get } from "./code";
import { formulaImports } from "./update";

type Values = Readonly<Record<string, number>>;

/** float32 holds them all: zeros of both signs, halves, infinities and what is no number among them. */
const special = [0, -0, 1, -1, 0.5, -0.5, 2, 3, -2.5, 1e30, -1e30, 1e-30, Infinity, -Infinity, NaN].map(
  Math.fround,
);

// float32 arithmetic is exact up to its rounding, so that closures whose every node is rounded are met bit for bit.
test("2,000 random programs compute what their closures compute, rounded to float32 at every node, bit for bit", async () => {
  const points = randomPoints(16);
  let compared = 0;
  for (const programs of inChunks(randomPrograms(2000, 4242).map(prepared), 100)) {
    const inputs = programs.map((program) =>
      points.map((point) => ({ ...point, ...closuresOf(program.hoisted, point) })),
    );
    const computed = await byWasm(
      programs.map(({ rest }) => rest),
      inputs,
    );
    programs.forEach(({ rest, text }, i) =>
      points.forEach((_, k) => {
        const expected = rounded(rest, inputs[i]![k]!);
        for (const [name, value] of Object.entries(computed[i]![k]!)) {
          compared++;
          if (!Object.is(value, expected[name]))
            expect.fail(
              `${name} of ${text}\nat ${JSON.stringify(points[k])}\nis ${value}, not ${expected[name]}`,
            );
        }
      }),
    );
  }
  expect(compared).toBeGreaterThan(50_000);
});

test("every function and operator does with zeros, infinities and no numbers what JavaScript does", async () => {
  const sources = [
    ...functionNames.map((name) => `${name}(${["x", "y"].slice(0, vocableOf(name)!.arity).join(", ")})`),
    ...(["+", "-", "*", "/", "^"] satisfies BinaryOperator[]).map((operator) => `x ${operator} y`),
    ...[-8, -3, -1, 0, 1, 2, 3, 5, 7, 8, 9, 0.5].map((n) => `x^${n}`),
    "-x",
  ];
  const points = special.flatMap((x) => special.map((y) => ({ x, y })));
  while (points.length % 4) points.push({ x: 1, y: 1 });
  const programs = sources.map((source) => [{ target: "f", value: parseExpression(source) }]);
  const computed = await byWasm(
    programs,
    sources.map(() => points),
  );
  sources.forEach((source, i) =>
    points.forEach((point, k) => {
      const { f } = computed[i]![k]!;
      expect(f, `${source} at ${point.x}, ${point.y}`).toBe(rounded(programs[i]!, point).f);
      // What needs no rounding on the way is, rounded, the very meaning.
      if (!source.includes("^")) {
        const meaning = toClosure(programs[i]![0]!.value, ["x", "y"])([point.x, point.y]);
        expect(f, `${source} at ${point.x}, ${point.y}`).toBe(Math.fround(meaning));
      }
    }),
  );
});

test("a number beyond float32 is its largest", async () => {
  const program = parseProgram("a = min(x, 1e300); b = 1e300 * 0 * x; c = pi * x");
  const [point] = (await byWasm([program], [[1, 2, 3, 4].map((x) => ({ x }))]))[0]!;
  expect(point).toEqual({ a: 1, b: 0, c: Math.fround(Math.PI) });
});

test("nested whole powers stay short", () => {
  const nested = `${"(".repeat(40)}x${"+1)^8".repeat(40)}`;
  expect(toWasm(parseExpression(nested)).length).toBeLessThan(1000);
});

const prepared = (lines: readonly Assignment[]) => {
  const { hoisted, program } = hoist(lines, new Set([...assigned, "g"]));
  return {
    hoisted,
    rest: program,
    text: lines.map(({ target, value }) => `${target} = ${sourceOf(value)}`).join("; "),
  };
};

function randomPoints(count: number): Values[] {
  const chance = chanceOf(9);
  const value = () => (chance(3) === 0 ? (chance(9) - 4) / 2 : Math.fround((chance(8001) - 4000) / 1000));
  return Array.from({ length: count }, (_, k) => ({
    ...Object.fromEntries([...assigned, ...readOnly].map((name) => [name, value()])),
    t: k + 1,
  }));
}

/** What the lines leave in their targets, in float64, rounded at the end. */
function closuresOf(lines: readonly Assignment[], point: Values): Values {
  const env: Record<string, number> = { ...point };
  for (const { target, value } of lines) env[target] = toClosure(value, Object.keys(env))(Object.values(env));
  return Object.fromEntries(lines.map(({ target }) => [target, Math.fround(env[target]!)]));
}

/** All names after the lines, every node rounded to float32. */
function rounded(lines: readonly Assignment[], point: Values): Values {
  const env: Record<string, Box> = Object.fromEntries(
    Object.entries(point).map(([name, value]) => [name, { value }]),
  );
  for (const { target, value } of lines) env[target] = toTensor(value, roundedOps, env);
  return Object.fromEntries(Object.entries(env).map(([name, { value }]) => [name, value]));
}

type Box = { readonly value: number };
const boxed = (value: number): Box => ({ value: Math.fround(value) });
const roundedOps = {
  ...Object.fromEntries(
    functionNames.map((name) => {
      const { tensor, evaluate } = vocableOf(name)!;
      return [tensor, (a: Box, b?: Box) => boxed(evaluate(a.value, b?.value ?? 0))];
    }),
  ),
  scalar: boxed,
  neg: (a: Box) => boxed(-a.value),
  add: (a: Box, b: Box) => boxed(a.value + b.value),
  sub: (a: Box, b: Box) => boxed(a.value - b.value),
  mul: (a: Box, b: Box) => boxed(a.value * b.value),
  div: (a: Box, b: Box) => boxed(a.value / b.value),
  pow: (a: Box, b: Box) => boxed(Math.pow(a.value, b.value)),
} as unknown as TensorOps<Box>;

/** What programs leave in their targets, by one module: [program][point]. Points come in fours. */
async function byWasm(
  programs: readonly (readonly Assignment[])[],
  points: readonly (readonly Values[])[],
): Promise<Values[][]> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const floats = new Float32Array(memory.buffer);
  const parts = programs.map((lines, i) => {
    const targets = [...new Set(lines.map(({ target }) => target))];
    const read = new Set(lines.flatMap(({ value }) => [...namesIn(value)]));
    const names = Object.keys(points[i]![0]!).filter((name) => read.has(name));
    const fn: Fn = {
      name: `program${i}`,
      params: {},
      locals: Object.fromEntries(
        [...new Set([...wasmScratch, ...targets, ...names])].map((name) => [name, "v128"]),
      ),
      body: [
        ...names.flatMap((name, k) => set(name, load("v128.load", i32(16 * k)))),
        ...lines.flatMap(({ target, value }) => set(target, toWasm(value))),
        ...targets.flatMap((name, k) => store("v128.store", i32(16 * (names.length + k)), get(name))),
      ],
    };
    return { fn, names, targets };
  });
  const bytes = assemble(
    parts.map(({ fn }) => fn),
    formulaImports,
  );
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory, ...wasmImports } });
  return parts.map(({ fn, names, targets }, i) =>
    inChunks(points[i]!, 4).flatMap((four) => {
      names.forEach((name, k) =>
        floats.set(
          four.map((point) => point[name]!),
          4 * k,
        ),
      );
      (instance.exports[fn.name] as () => void)();
      return four.map((_, lane) =>
        Object.fromEntries(targets.map((name, k) => [name, floats[4 * (names.length + k) + lane]!])),
      );
    }),
  );
}

const inChunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
