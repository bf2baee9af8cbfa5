import { compile } from "../../../src/engine/compile";
import type { Backend } from "../../../src/engine/backends/backend";
import { checkpointSteps } from "../../../src/engine/training/checkpoint-steps";
import { readFewTests } from "./few-tests";
import { specOf, type Training } from "./task";
import type { Trainer } from "./trainer";

/** Frames asked of a backend to pass a checkpoint it has not answered yet. */
const patience = 1000;

/** One of our backends as the engine runs it, drawing its own batches. */
export async function ownTrainer({ name, prepare }: Backend, training: Training): Promise<Trainer> {
  const spec = specOf(training);
  const execution = await prepare(compile(spec), {
    readFile: readFewTests,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  const { backend } = execution.computedBy;
  if (backend !== name) throw new Error(`${backend} computes instead of ${name}`);
  const measured = [...checkpointSteps(execution.steps, Math.floor(spec.images / spec.batch))];
  let next = 0;
  let heard = 0;

  async function train(count: number) {
    const losses = training.rates.map((): number[] => []);
    for (const end = next + count; next < end;) {
      const { loss, count, checkpoints } = await execution.advance(end - next);
      losses.forEach((run, i) => run.push(...loss.subarray(i * count, (i + 1) * count)));
      heard += checkpoints.length;
      next += count;
    }
    return losses;
  }

  return {
    train,
    async clear(count) {
      for (let asked = 0; asked < patience; asked++) {
        const last = measured.findLast((step) => step >= next && step < next + count);
        if (last !== undefined) await train(last + 1 - next);
        else if (heard < measured.filter((step) => step < next).length) await train(1);
        else return;
      }
      throw new Error(`${name} has not measured what it passed`);
    },
    dispose: () => execution.dispose(),
  };
}
