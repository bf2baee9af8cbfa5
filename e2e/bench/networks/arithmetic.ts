import type { MlpFactory } from "../../../src/engine/backends/cpu/mlp";
import { jsMlp } from "../../../src/engine/backends/cpu/mlp-js";
import { createMlpWasm } from "../../../src/engine/backends/cpu/mlp-wasm";
import { budgeted, compile } from "../../../src/engine/compile";
import { pixelScale } from "../../../src/engine/training/pixels";
import { race, type Report } from "../../../src/tools/bench-rounds";
import { ratesOf, specOf, type Task } from "./task";
import { agreement, type Trainer } from "./trainer";

const rounds = 15;
const steps = 100;
const compared = 50;

/** The cpu engine's two ways to the same numbers on one thread: JavaScript in float64, WebAssembly's vectors in float32. */
export async function raceArithmetic(task: Task): Promise<Report> {
  const checks: string[] = [];
  const contenders = [];
  for (const runs of [1, 6]) {
    const js = await arithmetic(jsMlp, task, runs);
    const wasm = await arithmetic(createMlpWasm, task, runs);
    const error = agreement(await wasm.train(compared), await js.train(compared), 1e-4);
    const word = runs === 1 ? "one run" : `${runs} runs`;
    checks.push(`${word}: ${compared} losses of both, to ${error.toExponential(0)}`);
    contenders.push({ name: `JavaScript, ${word}`, compute: () => js.train(steps), scale: 1 / steps });
    contenders.push({ name: `WebAssembly, ${word}`, compute: () => wasm.train(steps), scale: 1 / steps });
  }
  const rows = await race(contenders, rounds);
  const value = rows[2]!.milliseconds / rows[3]!.milliseconds;
  return {
    title: `The arithmetic of the cpu engine on one thread: a step of 784-10-10-10, batch 32, Adam, median of ${rounds} rounds`,
    checks,
    rows,
    aims: [{ claim: `${rows[2]!.name} / ${rows[3]!.name}, at least 2`, value, isReached: value >= 2 }],
  };
}

async function arithmetic(
  factory: MlpFactory,
  { layers, initial, batches, size }: Task,
  count: number,
): Promise<Trainer> {
  const experiment = compile(specOf({ rule: "adam", rates: ratesOf(count) }));
  if (experiment.kind !== "network") throw new Error("not a network");
  const { settings, runs } = experiment;
  const pixels = pixelScale(settings.standardise);
  const mlp = await factory(
    { layers, activation: settings.activation, pixels, capacity: size },
    runs.map((run) => budgeted(run, Infinity)),
  );
  runs.forEach((_, run) => mlp.stand(run, initial));
  let step = 0;
  return {
    async train(count) {
      const losses = runs.map((): number[] => []);
      for (let i = 0; i < count; i++, step++) {
        const { images, labels } = batches[step % batches.length]!;
        mlp.load({ inputs: images, labels, count: size });
        losses.forEach((mine, run) => {
          const loss = mlp.forward(run);
          mine.push(loss);
          mlp.backward(run);
          mlp.update(run, step + 1, loss);
        });
      }
      return losses;
    },
    dispose: () => undefined,
  };
}
