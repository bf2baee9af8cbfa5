import { createBatches, type Batch } from "../engine/training/batches";
import { initialParameters } from "../engine/training/initial-parameters";
import { pixelScale } from "../engine/training/pixels";
import { budgeted, compile } from "../engine/compile";
import type { MlpFactory } from "../engine/backends/cpu/mlp";
import { jsMlp } from "../engine/backends/cpu/mlp-js";
import { networkSpec, runOn } from "../experiment/usual-spec";
import { networks } from "../networks/index";
import { usualSettings } from "../networks/settings";
import { openMnistInNode } from "./mnist-in-node";

const contenders: Readonly<Record<string, MlpFactory>> = { JavaScript: jsMlp };
const six = ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adagrad"];
const [rounds, stepsPerRound] = [9, 300];

/** Prints milliseconds a step of the reference network, on one thread, batch 32: median of rounds. */
export async function main(): Promise<number> {
  const batches = createBatches(await openMnistInNode(), {
    ...usualSettings,
    size: 32,
    classes: 10,
    seed: 1,
  });
  const drawn: Batch[] = [];
  for (let step = 0; step < stepsPerRound; step++) drawn.push(await batches.at(step));
  for (const [name, factory] of Object.entries(contenders))
    for (const ids of [["adam"], ["nesterov"], six]) {
      const spec = {
        ...networkSpec("mnist-mlp"),
        runs: ids.map((id, i) => runOn(networks["mnist-mlp"], id, i + 1)),
      };
      const { layers, settings, runs, seed } = compile(spec) as Extract<
        ReturnType<typeof compile>,
        { kind: "network" }
      >;
      const mlp = await factory(
        { layers, activation: settings.activation, pixels: pixelScale(settings.standardise), capacity: 32 },
        runs.map((run) => budgeted(run, rounds * stepsPerRound)),
      );
      const parameters = initialParameters(layers, settings.init, seed);
      runs.forEach((_, run) => mlp.stand(run, parameters));
      const times = Array.from({ length: rounds }, (_, round) => {
        const begun = performance.now();
        drawn.forEach(({ images, labels }, i) => {
          mlp.load({ inputs: images, labels, count: 32 });
          for (let run = 0; run < runs.length; run++) {
            const loss = mlp.forward(run);
            mlp.backward(run);
            mlp.update(run, round * stepsPerRound + i + 1, loss);
          }
        });
        return (performance.now() - begun) / stepsPerRound;
      });
      times.sort((a, b) => a - b);
      console.log(`${name}, ${ids.join(" ")}: ${times[Math.floor(rounds / 2)]!.toFixed(3)} ms`);
    }
  return 0;
}
