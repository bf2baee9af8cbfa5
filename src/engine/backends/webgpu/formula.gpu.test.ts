import { expect, test } from "vitest";
import type { Assignment } from "../../../formula/ast";
import { toClosure } from "../../../formula/emit/evaluate";
import { toWgsl, wgslPreamble } from "../../../formula/emit/wgsl";
import { float32Range, type Range } from "../../../formula/float32-range";
import { hoist } from "../../../formula/hoist";
import { assigned, chanceOf, randomPrograms, readOnly, sourceOf } from "../../../formula/random-formulas";
import { namesIn } from "../../../formula/scope";
import { upload } from "./buffers";
import { theDevice } from "./device";

const programCount = 2000;
/** A kernel's compilation takes longer than in proportion to its length. */
const programsPerKernel = 5;
const pointCount = 16;

// float32 keeps seven digits of a product, and none of a difference of equals. So each result has a range of its own
// that follows from the accuracies WGSL promises, and what float32 cannot tell is counted instead of compared.
test("2,000 random programs compute on the GPU what their closures compute, as near as float32 can tell", async () => {
  const result = await theDevice();
  if ("reason" in result) throw new Error(result.reason);
  const { device } = result;
  const points = randomPoints();
  const programs = randomPrograms(programCount, 4242).map(prepared);
  const counts = { results: 0, compared: 0, toFourDigits: 0, toSixDigits: 0 };
  let kernels = 0;

  const compare = (program: Program, point: Values, computed: Values) => {
    const exact = closuresOf(program.lines, point);
    const ranges = rangesOf(program, point);
    for (const name of program.targets) {
      const [value, range] = [computed[name]!, ranges[name]];
      counts.results++;
      if (!range) continue;
      const { low, high } = range;
      if (value < low || value > high || Number.isNaN(value) || exact[name]! < low || exact[name]! > high)
        expect.fail(
          `${name} of ${program.text}\nat ${JSON.stringify(point)}\nis ${value}, not ${exact[name]}, which is within ${low} and ${high}`,
        );
      const error = (high - low) / Math.abs(exact[name]!);
      counts.compared++;
      if (error <= 1e-4) counts.toFourDigits++;
      if (error <= 2e-6) counts.toSixDigits++;
    }
  };
  const kernelsOfPrograms = Array.from({ length: programCount / programsPerKernel }, (_, k) =>
    programs.slice(k * programsPerKernel, (k + 1) * programsPerKernel),
  );
  await Promise.all(
    kernelsOfPrograms.map(async (some) => {
      const computed = await compute(device, some, points);
      kernels++;
      some.forEach((program, i) => points.forEach((point, k) => compare(program, point, computed[k]![i]!)));
    }),
  );

  const share = (count: number) => `${((100 * count) / counts.results).toFixed(0)} %`;
  console.log(
    `${counts.results} results of ${programCount} programs in ${kernels} kernels, none wrong: ${share(counts.compared)} compared, ` +
      `${share(counts.toSixDigits)} to 2e-6, ${share(counts.toFourDigits)} to 1e-4; the rest float32 cannot tell`,
  );
  expect(kernels).toBe(programCount / programsPerKernel);
  expect(counts.compared).toBeGreaterThan(0.85 * counts.results);
  expect(counts.toFourDigits).toBeGreaterThan(0.8 * counts.results);
  expect(counts.toSixDigits).toBeGreaterThan(0.7 * counts.results);
}, 120_000);

type Values = Readonly<Record<string, number>>;

type Program = ReturnType<typeof prepared>;
const prepared = (lines: readonly Assignment[]) => {
  const { hoisted, program } = hoist(lines, new Set([...assigned, "g"]));
  return {
    lines,
    hoisted,
    rest: program,
    targets: [...new Set(lines.map(({ target }) => target))],
    text: lines.map(({ target, value }) => `${target} = ${sourceOf(value)}`).join("; "),
  };
};

/** Values that float32 holds, for all a program may read. */
function randomPoints(): Values[] {
  const chance = chanceOf(9);
  const value = () => (chance(3) === 0 ? (chance(9) - 4) / 2 : Math.fround((chance(8001) - 4000) / 1000));
  return Array.from({ length: pointCount }, (_, k) => ({
    ...Object.fromEntries([...assigned, ...readOnly].map((name) => [name, value()])),
    t: k + 1,
  }));
}

/** All names after these lines, in float64. */
function closuresOf(lines: readonly Assignment[], point: Values): Values {
  const env: Record<string, number> = { ...point };
  for (const { target, value } of lines) env[target] = toClosure(value, Object.keys(env))(Object.values(env));
  return env;
}

/** Where the names lie after the lines ran in float32, on values hoisted in float64. */
function rangesOf({ hoisted, rest }: Program, point: Values): Readonly<Record<string, Range>> {
  const env: Record<string, Range> = {};
  for (const [name, value] of Object.entries(point)) env[name] = { low: value, high: value };
  const perStep = closuresOf(hoisted, point);
  for (const { target } of hoisted) {
    const both = [perStep[target]!, Math.fround(perStep[target]!)];
    if (both.every(Number.isFinite)) env[target] = { low: Math.min(...both), high: Math.max(...both) };
    else env[target] = undefined;
  }
  for (const { target, value } of rest) env[target] = float32Range(value, env);
  return env;
}

/** What each program leaves in its targets at each point, by the GPU: [point][program]. */
async function compute(
  device: GPUDevice,
  programs: readonly Program[],
  points: readonly Values[],
): Promise<Values[][]> {
  const perStep = points.map((point) => programs.map(({ hoisted }) => closuresOf(hoisted, point)));
  const inputs = points.flatMap((point, k) =>
    programs.flatMap((program, i) => {
      const values: Values = { ...point, ...perStep[k]![i] };
      return inputsOf(program).map((name) => values[name]!);
    }),
  );
  const outputCount = programs.flatMap(({ targets }) => targets).length;
  const pipeline = await device.createComputePipelineAsync({
    layout: "auto",
    compute: { module: device.createShaderModule({ code: kernelOf(programs) }) },
  });
  const size = 4 * pointCount * outputCount;
  const [input, output, copy] = [
    upload(device, inputs),
    device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC }),
    device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ }),
  ];
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: [input, output].map((buffer, binding) => ({ binding, resource: { buffer } })),
    }),
  );
  pass.dispatchWorkgroups(1, programs.length);
  pass.end();
  encoder.copyBufferToBuffer(output, 0, copy, 0, size);
  device.queue.submit([encoder.finish()]);
  await copy.mapAsync(GPUMapMode.READ);
  const values = new Float32Array(copy.getMappedRange().slice(0)).values();
  for (const buffer of [input, output, copy]) buffer.destroy();
  return points.map(() =>
    programs.map(({ targets }) => Object.fromEntries(targets.map((name) => [name, values.next().value!]))),
  );
}

/** What a program reads of its caller: a target only if a line reads it, before or after it is assigned. */
const inputsOf = ({ hoisted, rest, targets }: Program): string[] => [
  ...new Set([
    ...targets,
    ...hoisted.map(({ target }) => target),
    ...rest.flatMap(({ value }) => [...namesIn(value)]),
  ]),
];

/** Invocation [point, program] runs a program once. Tables: inputs [point, program, inputsOf], outputs [.., targets]. */
function kernelOf(programs: readonly Program[]): string {
  const offsets = (counts: number[]) => counts.map((_, i) => counts.slice(0, i).reduce((a, b) => a + b, 0));
  const inputs = programs.map(inputsOf);
  const [ins, outs] = [inputs.map((names) => names.length), programs.map(({ targets }) => targets.length)];
  const [inAt, outAt] = [offsets([...ins, 0]), offsets([...outs, 0])];
  const place = (table: string, at: number[], i: number, j: number) =>
    `${table}[_point * ${at.at(-1)}u + ${at[i]! + j}u]`;
  const bodies = programs.map(
    ({ rest, targets }, i) => `fn _program${i}(_point: u32) {
${inputs[i]!.map((name, j) => `  var ${name} = ${place("_inputs", inAt, i, j)};`).join("\n")}
${rest.map(({ target, value }) => `  ${target} = ${toWgsl(value)};`).join("\n")}
${targets.map((name, j) => `  ${place("_outputs", outAt, i, j)} = ${name};`).join("\n")}
}`,
  );
  return `${wgslPreamble}
@group(0) @binding(0) var<storage, read> _inputs: array<f32>;
@group(0) @binding(1) var<storage, read_write> _outputs: array<f32>;
${bodies.join("\n")}
@compute @workgroup_size(${pointCount})
fn _main(@builtin(global_invocation_id) _id: vec3u) {
  switch (_id.y) {
${programs.map((_, i) => `    case ${i}u: { _program${i}(_id.x); }`).join("\n")}
    default: {}
  }
}`;
}
