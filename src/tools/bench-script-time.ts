import type { CDPSession, Page } from "playwright";
import { medianOf, type Report } from "./bench-rounds";

const rounds = 5;
/** By runs at once: a software adapter takes its time for many. */
const steps = [
  [1, 600],
  [6, 300],
  [64, 40],
] as const;
const most = 0.05;
/** Microseconds between two looks at what the thread does. */
const interval = 100;

/**
 * What JavaScript takes a step of `webgpu`, engine, batches, collected garbage and calls of the GPU together: the
 * browser's profiler looks, and what it finds idle or in the browser's own code is not in it. And how often a step calls
 * the GPU: a submit is sized to a frame of the page, so that a slow GPU is asked more often.
 */
export async function reportScriptTime(page: Page): Promise<Report> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval });
  const rows = [];
  const facts = [];
  for (const [runs, count] of steps) {
    await page.evaluate(`bench.open(${runs})`);
    const [scripts, threads]: [number[], number[]] = [[], []];
    let [dispatches, submits] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const before = await busySeconds(session);
      await session.send("Profiler.start");
      const calls = await page.evaluate<{ dispatches: number; submits: number }>(`bench.train(${count})`);
      scripts.push((await profiledScript(session)) / count);
      threads.push((1000 * ((await busySeconds(session)) - before)) / count);
      dispatches += calls.dispatches / (rounds * count);
      submits += calls.submits / (rounds * count);
    }
    const name = runs === 1 ? "1 run" : `${runs} runs`;
    rows.push({ name, milliseconds: medianOf(scripts) });
    facts.push({ name: `dispatches a step, ${name}`, value: dispatches, unit: "" });
    facts.push({ name: `steps a submit, ${name}`, value: 1 / submits, unit: "" });
    facts.push({
      name: `the thread's processor time a step, ${name}`,
      value: medianOf(threads),
      unit: "ms",
    });
  }
  return {
    title: `JavaScript time a step of webgpu, GPU work excluded: median of ${rounds} rounds`,
    ...{ checks: [], rows, facts },
    aims: rows.map(({ name, milliseconds }) => ({
      claim: `${name} together, at most ${most}`,
      ...{ value: milliseconds, unit: "ms", isReached: milliseconds <= most },
    })),
  };
}

/** Ends a profile: milliseconds of it in which JavaScript ran. */
async function profiledScript(session: CDPSession): Promise<number> {
  const { profile } = await session.send("Profiler.stop");
  const outside = new Set(
    profile.nodes
      .filter(({ callFrame }) => ["(idle)", "(program)", "(root)"].includes(callFrame.functionName))
      .map(({ id }) => id),
  );
  const { samples = [], timeDeltas = [] } = profile;
  return samples.reduce((sum, id, i) => sum + (outside.has(id) ? 0 : timeDeltas[i]!), 0) / 1000;
}

/** Seconds of processor time that the page's thread has worked. */
async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")!.value;
}
