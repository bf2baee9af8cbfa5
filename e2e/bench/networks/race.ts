import { cpuNetworks } from "../../../src/engine/backends/cpu/network";
import { race, type Aim, type Contender, type Report } from "../../../src/tools/bench-rounds";
import { entries, type Entry } from "./contenders";
import { ownTrainer } from "./own";
import { ratesOf, type RuleName, type Task, type Training } from "./task";
import { agreement, type Trainer } from "./trainer";

const rounds = 7;
/** Steps whose losses are compared before any time is believed. */
const compared = 50;
/** Whom the others are compared with: who are that many cannot all be wrong alike. */
const measure = "cpu";
/** How many runs at once there are reports of. */
const counts = [1, 6, 64];

/** Everyone made ready and compared, then timed in turns: a report for each number of runs at once. */
export async function raceNetworks(task: Task, adapterName: string): Promise<Report[]> {
  const oracle = createOracle();
  const checks: string[] = [];
  const racers: { readonly entry: Entry; readonly runs: number; readonly contender: Contender }[] = [];
  for (const entry of entries) {
    for (const [runs, steps] of Object.entries(entry.goes).map(([runs, steps]) => [Number(runs), steps])) {
      const rates = ratesOf(runs!);
      if (entry.alike) {
        const training = { rule: entry.alike, rates };
        const trainer = await entry.open(task, training);
        checks.push(await compare(entry, trainer, training));
        trainer.dispose();
      }
      const training = { rule: entry.rule, rates };
      const trainer = await entry.open(task, training);
      if (entry.name !== measure) checks.push(await compare(entry, trainer, training));
      racers.push({ entry, runs: runs!, contender: contenderOf(trainer, steps!) });
    }
  }
  const times = await race(
    racers.map(({ contender }) => contender),
    rounds,
  );
  const timeOf = (entry: Entry, runs: number) =>
    times[racers.findIndex((racer) => racer.entry === entry && racer.runs === runs)]?.milliseconds;

  return counts.map((runs) => {
    const rows = entries.flatMap((entry) => {
      const atOnce = timeOf(entry, runs);
      if (atOnce !== undefined) return [{ name: entry.name, milliseconds: atOnce }];
      // What trains several at once need not train them one by one.
      const one = Object.keys(entry.goes).length === 1 ? timeOf(entry, 1) : undefined;
      return one === undefined ? [] : [{ name: `${runs} x ${entry.name}`, milliseconds: runs * one }];
    });
    const row = (name: string) => rows.find((row) => row.name === name)!.milliseconds;
    return {
      title: `${runs === 1 ? "One run" : `${runs} runs`} of 784-10-10-10 on MNIST, batch 32, Adam: time of a step, median of ${rounds} rounds in which all ${racers.length} take turns; WebGPU: ${adapterName}`,
      checks: runs === 1 ? checks : [],
      rows,
      aims: aimsOf(runs, row),
    };
  });

  async function compare({ name, tolerance }: Entry, trainer: Trainer, { rule, rates }: Training) {
    const found = await trainer.train(compared);
    const error = agreement(found, await oracle(rule, rates.length), tolerance);
    const runs = rates.length === 1 ? "one run" : `${rates.length} runs`;
    return `${name}, ${runs} by ${rule}: ${compared} losses to ${error.toExponential(0)} of the cpu engine's`;
  }
}

/** The cpu engine's losses, shape [runs][compared]: each asked for once. */
function createOracle() {
  const known = new Map<string, Promise<number[][]>>();
  return (rule: RuleName, runs: number) => {
    const key = `${rule} ${runs}`;
    const losses = known.get(key) ?? lossesOf({ rule, rates: ratesOf(runs) });
    known.set(key, losses);
    return losses;
  };

  async function lossesOf(training: Training) {
    const trainer = await ownTrainer(cpuNetworks(), training);
    const losses = await trainer.train(compared);
    trainer.dispose();
    return losses;
  }
}

const contenderOf = (trainer: Trainer, steps: number): Contender => ({
  name: "",
  prepare: async () => trainer.clear?.(steps),
  compute: () => trainer.train(steps),
  scale: 1 / steps,
});

/** What the issue asks of the software adapter. */
function aimsOf(runs: number, time: (name: string) => number): Aim[] {
  const aim = (other: string, own: string, least: number): Aim => {
    const value = time(other) / time(own);
    return { claim: `${other} / ${own}, at least ${least}`, value, isReached: value >= least };
  };
  if (runs === 1) return [aim("jax-js on webgpu", "webgpu", 10)];
  if (runs === 6)
    return [aim("6 x tfjs Layers on webgpu", "webgpu", 80), aim("6 x ConvNetJS, by windowgrad", "cpu", 5)];
  return [];
}
