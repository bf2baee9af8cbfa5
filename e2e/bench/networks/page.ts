import { openRuntime } from "../../../src/engine/backends/tfjs/runtime";
import { theDevice } from "../../../src/engine/backends/webgpu/device";
import { webgpuNetworks } from "../../../src/engine/backends/webgpu/network";
import type { Checkpoint } from "../../../src/experiment/frame";
import type { BackendChoice } from "../../../src/experiment/spec";
import type { Report } from "../../../src/tools/bench-rounds";
import { beginCounting, callsSoFar, inUse, type Calls, type InUse } from "./in-use";
import { ownTrainer } from "./own";
import { raceNetworks } from "./race";
import { openTask, ratesOf } from "./task";
import { throwAway } from "./throw-away";
import type { Trainer } from "./trainer";

declare global {
  interface Window {
    /** Called by the runners in src/tools. */
    bench: {
      /** A report for each number of runs at once. */
      race(): Promise<Report[]>;
      /** Makes runs by Adam ready on WebGPU, with nothing measured: past their first steps, kernels compiled. */
      open(runs: number): Promise<void>;
      /** Trains; what that took of the GPU. */
      train(steps: number): Promise<Calls>;
      throwAway(backend: BackendChoice, times: number): Promise<string>;
      inUse(): InUse;
    };
  }
}

beginCounting();
let opened: Trainer | undefined;

const unmeasured = webgpuNetworks({
  openMeasurer: () => ({
    measure: (step, parameters) => Promise.resolve({ step, parameters } as Checkpoint),
    dispose: () => undefined,
  }),
});

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
    opened?.dispose();
    opened = await ownTrainer(unmeasured, { rule: "adam", rates: ratesOf(runs) });
    await opened.train(110);
  },
  async train(steps) {
    const before = callsSoFar();
    await opened!.train(steps);
    const { dispatches, submits } = callsSoFar();
    return { dispatches: dispatches - before.dispatches, submits: submits - before.submits };
  },
  throwAway,
  inUse,
};
