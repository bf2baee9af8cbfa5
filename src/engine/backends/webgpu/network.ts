import type { MnistData } from "../../../datasets/mnist";
import { isFullyConnected } from "../../../networks/layers";
import { budgeted, type NetworkExperiment } from "../../compile";
import { createBatches } from "../../training/batches";
import type { Measurer } from "../../training/measurer";
import { openData } from "../../training/open-data";
import type { Backend } from "../backend";
import { theDevice, type DeviceResult } from "./device";
import { executeNetwork, type WebgpuNetwork } from "./network-execution";
import { openTraining } from "./network-training";

/** What the backend stands on; tests bring their own. */
export type NetworkNeeds = {
  readonly openMeasurer: (experiment: NetworkExperiment, data: MnistData) => Measurer;
  readonly device?: () => Promise<DeviceResult>;
  readonly open?: typeof openData;
};

/** Fully connected networks in our own WGSL: a handful of dispatches a step for all runs, many steps a submit. */
export const webgpuNetworks = ({ openMeasurer, device: ask = theDevice, open = openData }: NetworkNeeds) =>
  ({
    name: "webgpu",
    async prepare(given, context): Promise<WebgpuNetwork> {
      if (given.kind !== "network" || !isFullyConnected(given.layers))
        throw new Error("the webgpu backend computes surfaces and fully connected networks only");
      const [result, data] = await Promise.all([ask(), open(given, context)]);
      if ("reason" in result) throw new Error(result.reason);
      const { device, adapterName } = result;
      const { layers, settings, batch: size, seed, epochs, stepLimit } = given;
      const batches = createBatches(data, { ...settings, size, classes: layers.at(-1)!.units, seed });
      const steps = Math.min(stepLimit ?? Infinity, epochs * batches.perEpoch);
      const experiment = { ...given, runs: given.runs.map((run) => budgeted(run, steps)) };
      const training = await openTraining(device, experiment, steps, context.signal);
      if (context.signal.aborted) training.dispose();
      context.signal.throwIfAborted();
      const measurer = openMeasurer(experiment, data);
      return executeNetwork({ experiment, data, batches, steps, training, measurer, adapterName });
    },
  }) satisfies Backend;
