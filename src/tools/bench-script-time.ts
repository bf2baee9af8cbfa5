import type { CDPSession, Page } from "playwright";
import { medianOf, type Report } from "./bench-rounds";

const rounds = 7;
const steps = 60;
const most = 0.05;

/**
 * Time of the page's own thread a step of `webgpu`, engine and all: what the GPU and the browser's other processes do
 * meanwhile is not in it. And how many kernels a step starts.
 */
export async function reportScriptTime(page: Page): Promise<Report> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const rows = [];
  const facts = [];
  for (const runs of [1, 6, 64]) {
    await page.evaluate(`bench.open(${runs})`);
    const times: number[] = [];
    let dispatches = 0;
    for (let round = 0; round < rounds; round++) {
      await page.evaluate(`bench.clear(${steps})`);
      const before = await busySeconds(session);
      dispatches = await page.evaluate<number>(`bench.train(${steps})`);
      times.push((1000 * ((await busySeconds(session)) - before)) / steps);
    }
    const name = `${runs} ${runs === 1 ? "run" : "runs"}`;
    rows.push({ name, milliseconds: medianOf(times) });
    facts.push({ name: `dispatches a step, ${name}`, value: dispatches / steps, unit: "" });
  }
  return {
    title: `Time of the page's thread a step of webgpu, GPU work excluded: engine, batches and everything else in it, median of ${rounds} x ${steps} steps`,
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
