import { readFile } from "node:fs/promises";
import { openMnist } from "../datasets/mnist";
import type { Mlp, MlpFactory } from "../engine/backends/cpu/mlp";
import { jsMlp } from "../engine/backends/cpu/mlp-js";
import { wasmMlp } from "../engine/backends/cpu/mlp-wasm";
import { compile } from "../engine/compile";
import { createBatches, type Batch } from "../engine/training/batches";
import { initialParameters } from "../engine/training/initial-parameters";
import { testSetOf } from "../engine/training/open-data";
import { pixelScale } from "../engine/training/pixels";
import { networkSpec, runOn } from "../experiment/usual-spec";
import { layersOf } from "../networks/layers";
import { mnistMlp } from "../networks/mnist-mlp";
import { race, type Report, type Row } from "./bench-rounds";

const id = "mnist-mlp";
const spec = networkSpec(id);
const layers = layersOf(mnistMlp, spec.hidden);
const steps = 100;
const measured = 500;
const arithmetics: Readonly<Record<string, MlpFactory>> = { WebAssembly: wasmMlp, JavaScript: jsMlp };

/** The cpu engine's two arithmetics on the reference network: a training step, and the whole test set once. */
export async function reportMlps(): Promise<Report> {
  const read = async (file: string) =>
    new Response(await readFile(new URL(`../../public/data/mnist/${file}`, import.meta.url)));
  const data = await openMnist(read, () => undefined, new AbortController().signal);
  const drawn = createBatches(data, { ...spec, size: spec.batch, classes: mnistMlp.outputs });
  const batches: Batch[] = [];
  for (let step = 0; step < steps; step++) batches.push(await drawn.at(step));
  const test = await testSetOf(data);

  const checks: string[] = [];
  const rows: Row[] = [];
  const ratios: { what: string; ratio: number }[] = [];
  for (const optimizer of ["adam", "nesterov"])
    for (const runs of [1, 6]) {
      const trained = await Promise.all(
        Object.entries(arithmetics).map(([name, make]) =>
          training(`${optimizer} x ${runs}, ${name}`, make, optimizer, runs, batches),
        ),
      );
      const [wasm, js] = trained.map(({ compute }) => compute());
      const apart = Math.max(...wasm!.map((loss, i) => Math.abs(loss - js![i]!)));
      if (!(apart < 1e-4)) throw new Error(`losses of ${optimizer} differ by ${apart}`);
      checks.push(`${optimizer} x ${runs}: losses of ${steps} steps agree within ${apart.toExponential(0)}`);
      const timed = (await race(trained, 21)).map((row) => ({
        ...row,
        milliseconds: row.milliseconds / steps,
      }));
      rows.push(...timed);
      ratios.push({ what: `${optimizer} x ${runs}`, ratio: timed[1]!.milliseconds / timed[0]!.milliseconds });
    }
  const testing = await Promise.all(
    Object.entries(arithmetics).map(async ([name, make]) => {
      const mlp = await opened(make, "adam", 1, measured);
      const chunks = Array.from({ length: test.labels.length / measured }, (_, i) => ({
        inputs: test.images.subarray(i * measured * 784, (i + 1) * measured * 784),
        labels: test.labels.subarray(i * measured, (i + 1) * measured),
        count: measured,
      }));
      const kept = chunks.map((chunk) => mlp.keep(chunk));
      return {
        name: `${test.labels.length} test images forward, ${name}`,
        compute: () => kept.map((chunk) => (mlp.load(chunk), mlp.forward(0))),
      };
    }),
  );
  const timed = await race(testing, 21);
  rows.push(...timed);
  ratios.push({ what: "test set", ratio: timed[1]!.milliseconds / timed[0]!.milliseconds });
  return {
    title: `784-${spec.hidden.join("-")}-10, batches of ${spec.batch}, ms a step of all runs, one thread, Node ${process.version}`,
    checks,
    rows,
    aims: ratios.map(({ what, ratio }) => ({
      claim: `${what}: WebAssembly faster than JavaScript, at least 2 times`,
      value: ratio,
      isReached: ratio >= 2,
    })),
  };
}

type Training = { readonly name: string; readonly compute: () => number[] };

/** All steps from the start, each time; gives the losses of the last run. */
async function training(
  name: string,
  make: MlpFactory,
  optimizer: string,
  runs: number,
  batches: readonly Batch[],
): Promise<Training> {
  const mlp = await opened(make, optimizer, runs, spec.batch);
  const start = initialParameters(layers, "glorot", 1);
  const compute = () => {
    for (let run = 0; run < runs; run++) mlp.stand(run, start);
    return batches.map(({ images, labels }, step) => {
      mlp.load({ inputs: images, labels, count: spec.batch });
      let loss = 0;
      for (let run = 0; run < runs; run++) {
        loss = mlp.forward(run);
        mlp.backward(run);
        mlp.update(run, step + 1, loss);
      }
      return loss;
    });
  };
  return { name, compute };
}

function opened(make: MlpFactory, optimizer: string, runs: number, capacity: number): Promise<Mlp> {
  const run = runOn(mnistMlp, optimizer, 1);
  const compiled = compile({ ...spec, runs: Array.from({ length: runs }, () => run) });
  return make({ layers, activation: "relu", pixels: pixelScale(false), capacity }, compiled.runs);
}
