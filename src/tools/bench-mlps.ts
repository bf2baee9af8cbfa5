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

const spec = networkSpec("mnist-mlp");
const layers = layersOf(mnistMlp, spec.hidden);
const steps = 100;
const rounds = 15;
/** Test images that are looked at together. */
const together = 500;
const arithmetics: readonly [name: string, make: MlpFactory][] = [
  ["WebAssembly", wasmMlp],
  ["JavaScript", jsMlp],
];

/** A contender that tells its losses. */
type Computing = { readonly name: string; readonly compute: () => number[] };

/** The cpu engine's arithmetics on the reference network: a training step of all runs, and the test set once. */
export async function reportMlps(): Promise<Report> {
  const read = async (file: string) =>
    new Response(await readFile(new URL(`../../public/data/mnist/${file}`, import.meta.url)));
  const data = await openMnist(read, () => undefined, new AbortController().signal);
  const drawn = createBatches(data, { ...spec, size: spec.batch, classes: mnistMlp.outputs });
  const batches: Batch[] = [];
  for (let step = 0; step < steps; step++) batches.push(await drawn.at(step));
  const testSet = await testSetOf(data);

  const report = { checks: [] as string[], rows: [] as Row[], aims: [] as Report["aims"][number][] };
  const compare = async (
    what: string,
    per: number,
    make: (make: MlpFactory) => Promise<Computing["compute"]>,
  ) => {
    const computing: Computing[] = [];
    for (const [name, arithmetic] of arithmetics)
      computing.push({ name: `${what}, ${name}`, compute: await make(arithmetic) });
    report.checks.push(`${what}: losses agree within ${agreement(computing).toExponential(0)}`);
    const rows = (await race(computing, rounds)).map((row) => ({
      ...row,
      milliseconds: row.milliseconds / per,
    }));
    report.rows.push(...rows);
    const ratio = rows[1]!.milliseconds / rows[0]!.milliseconds;
    report.aims.push({
      claim: `${what}: JavaScript / WebAssembly, at least 2`,
      value: ratio,
      isReached: ratio >= 2,
    });
  };
  for (const optimizer of ["adam", "nesterov"])
    for (const runs of [1, 6])
      await compare(`${optimizer} x ${runs}`, steps, (make) => training(make, optimizer, runs, batches));
  await compare(`${testSet.labels.length} images`, 1, (make) => testing(make, testSet));
  return {
    title: `784-${spec.hidden.join("-")}-10, batches of ${spec.batch}, ms a step of all runs or a pass over the test set, one thread, Node ${process.version}`,
    ...report,
  };
}

/** How far losses are apart at most. Throws if that is more than 1e-4. */
function agreement(computing: readonly Computing[]): number {
  const [losses, others] = computing.map(({ compute }) => compute());
  const apart = Math.max(...losses!.map((loss, i) => Math.abs(loss - others![i]!)));
  if (!(apart <= 1e-4)) throw new Error(`losses differ by ${apart}`);
  return apart;
}

/** All steps from the start, each time; the last run's losses. */
async function training(make: MlpFactory, optimizer: string, runs: number, batches: readonly Batch[]) {
  const mlp = await opened(make, optimizer, runs, spec.batch);
  const start = initialParameters(layers, "glorot", spec.seed);
  return () => {
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
}

/** The outputs for all test images, kept ready beforehand; losses of some images each. */
async function testing(make: MlpFactory, { images, labels }: { images: Uint8Array; labels: Uint8Array }) {
  const mlp = await opened(make, "sgd", 1, together);
  mlp.stand(0, initialParameters(layers, "glorot", spec.seed));
  const pixels = images.length / labels.length;
  const kept = Array.from({ length: labels.length / together }, (_, i) => {
    const [from, to] = [i * together, (i + 1) * together];
    const inputs = images.subarray(from * pixels, to * pixels);
    return mlp.keep({ inputs, labels: labels.subarray(from, to), count: together });
  });
  return () =>
    kept.map((samples) => {
      mlp.load(samples);
      return mlp.forward(0);
    });
}

function opened(make: MlpFactory, optimizer: string, runs: number, capacity: number): Promise<Mlp> {
  const compiled = compile({ ...spec, runs: [runOn(mnistMlp, optimizer, 1)] });
  return make(
    { layers, activation: "relu", pixels: pixelScale(false), capacity },
    Array.from({ length: runs }, () => compiled.runs[0]!),
  );
}
