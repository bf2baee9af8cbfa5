import type { Page } from "playwright";
import type { Fact, Report } from "./bench-rounds";

const experiments = 20;
/** The first makes what all share: the device's pipelines, data, threads. */
const first = 2;
const patience = 3000;

type Counts = Readonly<Record<string, number>>;

/** What is left in use by experiments of 200 steps that are started and thrown away, engine and page in one thread. */
export async function reportLeftovers(page: Page): Promise<Report> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const facts: Fact[] = [];
  const aims = [];
  for (const backend of ["webgpu", "cpu", "tfjs"]) {
    const by = await page.evaluate<string>(`bench.throwAway("${backend}", ${first})`);
    const before = await counts();
    await page.evaluate(`bench.throwAway("${backend}", ${experiments})`);
    let after = await counts();
    // What was under way when its experiment ended may end a little later.
    for (const begun = performance.now(); performance.now() - begun < patience; after = await counts())
      if (Object.entries(after).every(([name, count]) => count <= before[name]!)) break;
    for (const [name, value] of Object.entries(after))
      facts.push({ name: `${backend} (${by}): ${name}, ${before[name]} before`, value, unit: "" });
    const value = Math.max(...Object.entries(after).map(([name, count]) => count - before[name]!));
    aims.push({
      claim: `${backend}: nothing left behind, at most`,
      value,
      unit: "more",
      isReached: value <= 0,
    });
  }
  return {
    title: `In use after ${experiments} experiments of 200 steps, each ended by the next, every second half way`,
    ...{ checks: [], rows: [], facts, aims },
  };

  async function counts(): Promise<Counts> {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const listeners = metrics.find(({ name }) => name === "JSEventListeners")!.value;
    return { ...(await page.evaluate<Counts>("bench.inUse()")), listeners };
  }
}
