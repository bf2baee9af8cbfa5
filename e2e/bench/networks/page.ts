import { openRuntime } from "../../../src/engine/backends/tfjs/runtime";
import { theDevice } from "../../../src/engine/backends/webgpu/device";
import type { BackendChoice } from "../../../src/experiment/spec";
import type { Report } from "../../../src/tools/bench-rounds";
import { beginCounting, dispatchesSoFar, inUse, type InUse } from "./in-use";
import { onWebgpu } from "./contenders";
import { ownTrainer } from "./own";
import { raceNetworks } from "./race";
import { openTask, ratesOf } from "./task";
import { throwAway } from "./throw-away";

declare global {
  interface Window {
    /** Called by the runners in src/tools. */
    bench: {
      /** A report for each number of runs at once. */
      race(): Promise<Report[]>;
      /** Makes runs by Adam ready on WebGPU: past their first steps, with kernels compiled. */
      open(runs: number): Promise<void>;
      /** Gets what is not training out of the way of the next steps. */
      clear(steps: number): Promise<void>;
      /** Trains; how many dispatches that took. */
      train(steps: number): Promise<number>;
      throwAway(backend: BackendChoice, times: number): Promise<string>;
      inUse(): InUse;
    };
  }
}

beginCounting();
let opened: Awaited<ReturnType<typeof ownTrainer>> | undefined;

window.bench = {
  async race() {
    const result = await theDevice(true);
    if ("reason" in result) throw new Error(result.reason);
    // Importing a backend registers it; the first is given our device.
    await openRuntime("webgpu");
    await import("../../../src/engine/backends/tfjs/wasm");
    await import("@tensorflow/tfjs-backend-cpu");
    return raceNetworks(await openTask(), result.adapterName);
  },
  async open(runs) {
    opened = await ownTrainer(onWebgpu(), { rule: "adam", rates: ratesOf(runs) });
    await opened.train(110);
  },
  clear: async (steps) => opened!.clear?.(steps),
  async train(steps) {
    const before = dispatchesSoFar();
    await opened!.train(steps);
    return dispatchesSoFar() - before;
  },
  throwAway,
  inUse,
};
