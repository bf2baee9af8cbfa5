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

/**
 * Processor time of the page's own thread a step of `webgpu`, engine and all: what the GPU and the browser's other
 * processes do meanwhile is not in it. And how often a step calls the GPU: a submit is sized to a frame of the page, so
 * that a slow GPU is asked more often.
 */
export async function reportScriptTime(page: Page): Promise<Report> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const rows = [];
  const facts = [];
  for (const [runs, count] of steps) {
    await page.evaluate(`bench.open(${runs})`);
    const times: number[] = [];
    let [dispatches, submits] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const before = await busySeconds(session);
      const calls = await page.evaluate<{ dispatches: number; submits: number }>(`bench.train(${count})`);
      times.push((1000 * ((await busySeconds(session)) - before)) / count);
      dispatches += calls.dispatches / (rounds * count);
      submits += calls.submits / (rounds * count);
    }
    const name = runs === 1 ? "1 run" : `${runs} runs`;
    rows.push({ name, milliseconds: medianOf(times) });
    facts.push({ name: `dispatches a step, ${name}`, value: dispatches, unit: "" });
    facts.push({ name: `steps a submit, ${name}`, value: 1 / submits, unit: "" });
  }
  return {
    title: `Processor time of the page's thread a step of webgpu, GPU work excluded, batches and all calls included: median of ${rounds} rounds`,
    ...{ checks: [], rows, facts },
    aims: rows.map(({ name, milliseconds }) => ({
      claim: `${name} together, at most ${most}`,
      ...{ value: milliseconds, unit: "ms", isReached: milliseconds <= most },
    })),
  };
}

/** Seconds of processor time that the page's thread has worked. */
async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")!.value;
}
