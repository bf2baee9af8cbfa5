import { toClosure } from "../../../formula/emit/evaluate";
import { namesIn } from "../../../formula/scope";
import type { Rule } from "../../../experiment/rule";
import type { Objective } from "../../compile";
import { disturbanceSize } from "../../disturbance";
import { constantsOf } from "../per-step";
import { upload, uploadIntegers } from "./buffers";
import { unlessLost } from "./device";
import { perStepTable } from "./per-step-table";
import { bind, pipelineOf } from "./pipeline";
import { endingSize, sharedTableSize, surfaceBindings, surfaceKernel, workgroupSize } from "./surface-kernel";

/** A number that all runs share, or one for each: shape [runs]. */
export type Column = number | ArrayLike<number>;

/** Many runs of one rule on one surface of which only the endings matter: a map of starts, or of hyperparameters. */
export type Batch = {
  /** At least one, both. */
  readonly runs: number;
  readonly steps: number;
  /** Of x and y. */
  readonly start: readonly [Column, Column];
  /** All that the rule has, but `steps`. Those that its values per step read are best shared: else each run has its own. */
  readonly hyperparameters: Readonly<Record<string, Column>>;
  /** The surface's. */
  readonly parameters: Readonly<Record<string, number>>;
  /** What changes the gradient of each frame, the same for all runs: shape [steps + 1, disturbanceSize]. */
  readonly noise?: Float64Array | undefined;
};

/** Where each run was in its last frame, or in its first beyond the bounds of divergence. */
export type Endings = {
  /** Shape [runs]. */
  readonly loss: Float32Array;
  /** Shape [runs, 2]. */
  readonly theta: Float32Array;
};

/** Steps, of all runs together, in one submit: about 0.1 s where a CPU plays GPU, so that no watchdog wakes. */
const stepsPerSubmit = 2 ** 24;

/** Numbers in a table of values per step, where each run has its own. */
const largestTable = 2 ** 22;

/** Walks all runs side by side, in float32. Throws an Error in the reader's words if the shader or the device fails. */
export async function walkBatch(
  device: GPUDevice,
  objective: Objective,
  rule: Rule,
  batch: Batch,
): Promise<Endings> {
  const { runs, steps, start, parameters, noise } = batch;
  const workgroups = Math.ceil(runs / workgroupSize);
  if (workgroups > device.limits.maxComputeWorkgroupsPerDimension)
    throw new Error(`too many runs for one batch: ${runs}`);
  const hyperparameters: Batch["hyperparameters"] = { ...batch.hyperparameters, steps };
  const rows = rowsPerStep(rule, hyperparameters, runs);
  const sharesPerStep = rows.length === 1;
  const code = surfaceKernel(objective, rule, {
    keeps: "ending",
    sharesPerStep,
    isNoisy: noise !== undefined,
  });
  const pipeline = await pipelineOf(device, code, "_walk", surfaceBindings);

  const tableSize = sharesPerStep ? sharedTableSize : largestTable;
  const longest = Math.min(stepsPerSubmit / runs, tableSize / (rows.length * rule.perStep.length || 1));
  const window = Math.max(1, Math.floor(longest));
  const size = 4 * endingSize * runs;
  const kept = device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const readable = device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  const constants = upload(device, [
    ...objective.parameters.map((name) => parameters[name]!),
    ...Object.values(constantsOf(objective, parameters)),
  ]);
  const given = rule.hyperparameters.map((name) => hyperparameters[name]!);
  const hyperparameterTable = upload(device, tableOf(given, runs));
  const slots = upload(device, firstSlots(rule, start, given, runs));
  const buffers = [kept, readable, constants, hyperparameterTable, slots];

  for (let first = 0; first < steps; first += window) {
    const count = Math.min(window, steps - first);
    const portion = uploadIntegers(device, [first, count, steps, 0, runs]);
    const table = perStepTable(rule, rows, first + 1, count);
    const perStep = upload(device, table, sharesPerStep ? sharedTableSize : table.length);
    const disturbances = upload(
      device,
      noise?.subarray(disturbanceSize * first, disturbanceSize * (first + count)) ?? [],
    );
    buffers.push(portion, perStep, disturbances);
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      bind(
        device,
        [portion, constants, hyperparameterTable, perStep, disturbances, slots, kept],
        surfaceBindings,
      ),
    );
    pass.dispatchWorkgroups(workgroups);
    pass.end();
    if (first + count === steps) encoder.copyBufferToBuffer(kept, 0, readable, 0, size);
    device.queue.submit([encoder.finish()]);
  }
  try {
    await unlessLost(device, readable.mapAsync(GPUMapMode.READ));
    const endings = new Float32Array(readable.getMappedRange());
    return { loss: endings.slice(0, runs), theta: endings.slice(runs) };
  } finally {
    for (const buffer of buffers) buffer.destroy();
  }
}

const at = (column: Column, run: number): number => (typeof column === "number" ? column : column[run]!);

/** Hyperparameters of each row of values per step: one row, where all runs share what those are made of. */
function rowsPerStep(
  rule: Rule,
  hyperparameters: Readonly<Record<string, Column>>,
  runs: number,
): Record<string, number>[] {
  const read = new Set(rule.perStep.flatMap(({ value }) => [...namesIn(value)]));
  const names = rule.hyperparameters.filter((name) => read.has(name));
  const isShared = names.every((name) => typeof hyperparameters[name] === "number");
  return Array.from({ length: isShared ? 1 : runs }, (_, run) =>
    Object.fromEntries(rule.hyperparameters.map((name) => [name, at(hyperparameters[name]!, run)])),
  );
}

/** Shape [runs, columns]. */
function tableOf(columns: readonly Column[], runs: number): Float32Array {
  const table = new Float32Array(runs * columns.length);
  columns.forEach((column, i) => {
    for (let run = 0; run < runs; run++) table[run * columns.length + i] = at(column, run);
  });
  return table;
}

/** Where each run stands and what its rule remembers: shape [runs, 2, 1 + rule.state.length]. */
function firstSlots(
  { initial, hyperparameters }: Rule,
  start: Batch["start"],
  given: readonly Column[],
  runs: number,
): Float32Array {
  const initials = initial.map((expression) => toClosure(expression, ["theta", ...hyperparameters]));
  const slots = new Float32Array(runs * 2 * (1 + initials.length));
  const values = new Float64Array(1 + given.length);
  let to = 0;
  for (let run = 0; run < runs; run++) {
    given.forEach((column, i) => (values[1 + i] = at(column, run)));
    for (const column of start) {
      values[0] = at(column, run);
      slots[to++] = values[0];
      for (const initial of initials) slots[to++] = initial(values);
    }
  }
  return slots;
}
