import type { Backend } from "../../../src/engine/backends/backend";
import { openMeasurer } from "../../../src/engine/backends/cpu/measurer";
import { cpuNetworks } from "../../../src/engine/backends/cpu/network";
import { tfjsNetworks } from "../../../src/engine/backends/tfjs/network";
import { webgpuNetworks } from "../../../src/engine/backends/webgpu/network";
import { convnetjsTrainer } from "./convnetjs";
import { jaxTrainer } from "./jax";
import { layersTrainer } from "./layers";
import { ownTrainer } from "./own";
import type { RuleName, Task, Training } from "./task";
import type { Trainer } from "./trainer";

/** Someone in the race. */
export type Entry = {
  readonly name: string;
  /** Runs trained at once, with the steps that are timed in one go; of one run, several take as many times as long. */
  readonly goes: Readonly<Record<number, number>>;
  /** By what it trains in the race. */
  readonly rule: RuleName;
  /** By what else its losses are compared. */
  readonly alike?: RuleName;
  /** How far its losses may be from the cpu engine's: the issue's bound for ours and for others'. */
  readonly tolerance: number;
  open(task: Task, training: Training): Promise<Trainer>;
};

/** Our networks on WebGPU, measured on the CPU's threads as in the page. */
export const onWebgpu = (): Backend =>
  webgpuNetworks({ openMeasurer: (experiment, data) => openMeasurer(experiment, data) });

/** Everyone, ours first. */
export const entries: readonly Entry[] = [
  own("webgpu", onWebgpu, { 1: 100, 6: 50, 64: 10 }, 1e-4),
  own("cpu", () => cpuNetworks(), { 1: 100, 6: 50, 64: 10 }, 1e-4),
  own("tfjs on webgpu", () => tfjsNetworks("webgpu"), { 1: 10, 6: 5 }, 2e-3),
  peer("tfjs Layers on webgpu", { 1: 10 }, (...given) => layersTrainer("webgpu", ...given)),
  peer("tfjs Layers on wasm", { 1: 20 }, (...given) => layersTrainer("wasm", ...given)),
  peer("tfjs Layers on cpu", { 1: 20 }, (...given) => layersTrainer("cpu", ...given)),
  {
    ...peer("ConvNetJS, by windowgrad", { 1: 20 }, async (...given) => convnetjsTrainer(...given)),
    rule: "windowgrad",
    alike: "sgd",
  },
  peer("jax-js on webgpu", { 1: 20, 6: 20 }, (...given) => jaxTrainer("webgpu", ...given)),
  peer("jax-js on wasm", { 1: 20, 6: 20 }, (...given) => jaxTrainer("wasm", ...given)),
];

function own(name: string, backend: () => Backend, goes: Entry["goes"], tolerance: number): Entry {
  return { name, goes, rule: "adam", tolerance, open: (_, training) => ownTrainer(backend(), training) };
}

function peer(name: string, goes: Entry["goes"], open: Entry["open"]): Entry {
  return { name, goes, rule: "adam", tolerance: 2e-3, open };
}
