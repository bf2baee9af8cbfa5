import * as tf from "@tensorflow/tfjs-core";
import { expect, test } from "vitest";
import { divergenceBound } from "../../../experiment/recording";
import { networkSpec, runOn } from "../../../experiment/usual-spec";
import { networks } from "../../../networks/index";
import { optimizers } from "../../../optimizers/index";
import { openMnistInNode } from "../../../tools/mnist-in-node";
import { budgeted, compile, type NetworkExperiment } from "../../compile";
import { createBatches } from "../../training/batches";
import { openRuntime } from "./runtime";
import { beginTraining } from "./training";

const steps = 50;
const ids = Object.keys(optimizers);

test.each(Object.keys(networks) as (keyof typeof networks)[])(
  "at the rate worth watching every optimizer lowers the loss of %s within fifty steps, and none diverges",
  async (id) => {
    const losses = await lossesOf(id);
    ids.forEach((optimizer, run) => {
      const mine = losses.map((row) => row[run]!);
      const reached = Array.from({ length: steps / 10 }, (_, i) => mean(mine.slice(10 * i, 10 * (i + 1))));
      for (const loss of mine) expect(loss, optimizer).toBeLessThan(divergenceBound.loss);
      // Rprop may climb again: it takes each mini-batch's gradient for the whole.
      if (optimizer === "rprop") expect(Math.min(...reached)).toBeLessThan(0.96 * mine[0]!);
      else expect(reached.at(-1)!, optimizer).toBeLessThan(0.9 * mine[0]!);
    });
  },
);

/** Losses of each step, shape [steps, optimizers], without measuring between them. */
async function lossesOf(id: keyof typeof networks): Promise<number[][]> {
  await openRuntime("cpu");
  const runs = ids.map((optimizer, i) => runOn(networks[id], optimizer, i + 1));
  const experiment = compile({ ...networkSpec(id), runs }) as NetworkExperiment;
  const { settings, batch: size, seed, network } = experiment;
  const batches = createBatches(await openMnistInNode(), {
    ...settings,
    size,
    classes: network.outputs,
    seed,
  });
  const training = beginTraining({
    ...experiment,
    runs: experiment.runs.map((run) => budgeted(run, steps)),
  });
  const losses: tf.Tensor1D[] = [];
  for (let frame = 0; frame < steps; frame++)
    losses.push(training.step(await batches.at(frame), frame, false));
  const rows = (await tf.stack(losses).array()) as number[][];
  training.dispose();
  tf.dispose(losses);
  return rows;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
