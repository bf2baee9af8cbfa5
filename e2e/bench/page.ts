import { activate, openRuntime } from "../../src/engine/backends/tfjs/runtime";
import { walkBatch } from "../../src/engine/backends/webgpu/batch";
import { theDevice } from "../../src/engine/backends/webgpu/device";
import { race, type Contender, type Report, type Row } from "../../src/tools/bench-rounds";
import { cpuMap } from "./cpu-map";
import { adamMap, adamOnRosenbrock, type Endings } from "./map";
import { watchMemory } from "./memory";
import { tfjsFormulaMap } from "./tfjs-formula-map";
import { tfjsMap } from "./tfjs-map";

const steps = 300;
/** Op by op the whole would take minutes. */
const tfjsSteps = 10;
const rounds = 5;
const tolerance = 1e-4;

declare global {
  interface Window {
    /** Called by the runner, src/tools/bench-page.ts. */
    reportMap: () => Promise<Report>;
  }
}

/** Adam on Rosenbrock in 262,144 runs, of which the endings are kept, on each engine there is. */
window.reportMap = async () => {
  const result = await theDevice(true);
  if ("reason" in result) throw new Error(result.reason);
  const { device, adapterName } = result;
  const memory = watchMemory(device);
  const map = adamMap();
  const { objective, rule } = adamOnRosenbrock();
  const { runs, lr, x, y, beta1, beta2, eps } = map;
  const onWebgpu = (steps: number): Promise<Endings> =>
    walkBatch(device, objective, rule, {
      ...{ runs, steps, start: [x, y], parameters: {} },
      hyperparameters: { lr, beta1, beta2, eps },
    });
  const onCpu = cpuMap(map);
  const onTfjs = (name: string, backend: string, walk: typeof tfjsMap): Contender<Endings> => ({
    name: `tfjs on ${backend}, ${name}`,
    compute: async () => {
      await activate(backend);
      return walk(map, tfjsSteps, memory.sample);
    },
    scale: steps / tfjsSteps,
  });

  // Importing a backend registers it; the first is given our device.
  await openRuntime("webgpu");
  await import("../../src/engine/backends/tfjs/wasm");

  const contenders: Contender<Endings>[] = [
    { name: "webgpu", compute: () => onWebgpu(steps) },
    { name: "cpu, generated JavaScript", compute: () => onCpu(steps) },
    onTfjs("formulas", "webgpu", tfjsFormulaMap),
    onTfjs("by hand", "webgpu", tfjsMap),
    onTfjs("by hand", "wasm", tfjsMap),
  ];
  const expected = { whole: onCpu(steps), part: onCpu(tfjsSteps) };
  const checks: string[] = [];
  const memories: Row["memory"][] = [];
  for (const { name, compute, scale } of contenders) {
    await memory.reset();
    const endings = await compute();
    memory.sample();
    memories.push(memory.peaks());
    checks.push(`${name}: ${agreement(endings, scale === undefined ? expected.whole : expected.part)}`);
  }
  const rows = (await race(contenders, rounds)).map((row, i) => ({ ...row, memory: memories[i]! }));
  const aim = (i: number, least: number) => {
    const ratio = rows[i]!.milliseconds / rows[0]!.milliseconds;
    return { claim: `${rows[i]!.name} / webgpu, at least ${least}`, ratio, isReached: ratio >= least };
  };
  return {
    title: `Adam on Rosenbrock, ${runs.toLocaleString("en")} runs x ${steps} steps, each its own rate and start, endings kept (tfjs: time of ${tfjsSteps} steps x ${steps / tfjsSteps}), WebGPU: ${adapterName}`,
    checks,
    rows,
    aims: [aim(1, 2), aim(2, 50), aim(3, 50)],
  };
};

/** How closely endings agree. Throws if any differs by more than float32 makes of 300 steps. */
function agreement({ loss, theta }: Endings, expected: Endings): string {
  const farthest = (found: ArrayLike<number>, wanted: ArrayLike<number>) => {
    if (found.length !== wanted.length)
      throw new Error(`${found.length} numbers instead of ${wanted.length}`);
    let error = 0;
    for (let i = 0; i < wanted.length; i++) {
      const difference = Math.abs(found[i]! - wanted[i]!) / Math.max(1, Math.abs(wanted[i]!));
      if (!(difference <= tolerance)) throw new Error(`${found[i]} instead of ${wanted[i]}`);
      error = Math.max(error, difference);
    }
    return error.toExponential(0);
  };
  const errors = [farthest(theta, expected.theta), farthest(loss, expected.loss)];
  return `theta to ${errors[0]}, loss to ${errors[1]} of the cpu's in all ${expected.loss.length} endings`;
}
