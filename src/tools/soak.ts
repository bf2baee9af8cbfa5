import type { Page } from "playwright";
import { sixRuns } from "./bench-epochs";
import { buildPage, inBrowser, serveBuilt } from "./bench-server";
import { launchArguments } from "./find-browser";
import { rendererMemory } from "./renderer-memory";
import { fewestToJudge, slopeOf, sureGrowthOf } from "./slope";
import { beginCounting, type InUse } from "./soak-count";

type Sample = Readonly<Record<keyof typeof units, number>>;

const units = {
  JavaScript: "MB",
  process: "MB",
  buffers: "",
  tensors: "",
  workers: "",
  listeners: "",
  nodes: "",
} as const;

/** By how much each may grow a minute before it is called a leak: memory swings by what has not been collected yet. */
const most: Sample = {
  ...{ JavaScript: 1, process: 2 },
  buffers: 0,
  tensors: 0,
  workers: 0,
  listeners: 0.5,
  nodes: 2,
};

/** Restarts until the device, the data and the code are there. */
const warmUp = 2;
const minute = 60_000;

/**
 * Six optimizers on MNIST, restarted every minute, mid-training; tells what is held after each restart, and by how much that
 * grows. `npm run soak -- 30 webgpu`: minutes, and the backend where it is not to be chosen. 1 if something grows, 2 if it is too short to tell: six minutes do.
 */
export async function main([minutes = "30", backend = "auto"]: readonly string[]): Promise<number> {
  const built = await buildPage();
  // Isolated from other origins a page may measure the memory of itself and its workers.
  const server = await serveBuilt(built.folder, true);
  const args = [
    ...(backend === "webgpu" ? launchArguments.webgpu : launchArguments.plain),
    "--enable-blink-features=ForceEagerMeasureMemory",
  ];
  try {
    return await inBrowser(args, async (open, browser) => {
      await browser.contexts()[0]!.addInitScript(beginCounting);
      const page = await open(server.url);
      const look = await watch(page);
      const samples: Sample[] = [];
      for (let i = 0; i <= Number(minutes); i++) {
        const begun = performance.now();
        await restart(page, i + 1, backend);
        samples.push(await look());
        console.log(`${String(i).padStart(3)} min  ${textOf(samples.at(-1)!)}`);
        const left = minute - (performance.now() - begun);
        if (i < Number(minutes)) await page.waitForTimeout(Math.max(0, left));
      }
      return verdictOn(samples.slice(levelFrom(samples.length)));
    });
  } finally {
    await server.close();
    built.remove();
  }
}

/** Six runs anew, by another seed; there once their first frames are. */
async function restart(page: Page, seed: number, backend: string): Promise<void> {
  const choice = backend === "auto" ? "" : `&backend=${backend}`;
  const hash = `network=mnist-mlp&batch=32&epochs=100&seed=${seed}${choice}&${sixRuns}`;
  await page.evaluate(`framesHeard = 0; location.hash = ${JSON.stringify(hash)}`);
  await page.waitForFunction("framesHeard > 50", undefined, { timeout: minute, polling: 50 });
}

/** Looks at what the page and its workers hold. */
async function watch(page: Page): Promise<() => Promise<Sample>> {
  const session = await page.context().newCDPSession(page);
  const processes = await page.context().browser()!.newBrowserCDPSession();
  await session.send("Performance.enable");
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    const bytes = await page.evaluate<number>(
      "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)",
    );
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name: string) => metrics.find((each) => each.name === name)!.value;
    const inUse = await Promise.all([
      page.evaluate<InUse>("inUse()"),
      ...page.workers().map((worker) => worker.evaluate<InUse>("inUse()")),
    ]);
    const sum = (key: keyof InUse) => inUse.reduce((total, each) => total + each[key], 0);
    return {
      JavaScript: bytes / 1e6,
      process: ((await rendererMemory(processes)) ?? 0) / 1e6,
      ...{ buffers: sum("buffers"), tensors: sum("tensors"), workers: sum("workers") },
      ...{ listeners: metric("JSEventListeners"), nodes: metric("Nodes") },
    };
  };
}

const names = Object.keys(units) as (keyof typeof units)[];

const textOf = (sample: Sample) =>
  names
    .map((name) => `${name} ${sample[name].toFixed(units[name] ? 1 : 0)} ${units[name]}`.trim())
    .join(", ");

/**
 * From which sample on growth is judged: the second half, as far as it is long enough. A process's memory finds its level
 * in some strides within a quarter of an hour; what leaks grows after that too.
 */
const levelFrom = (samples: number) =>
  Math.max(warmUp, Math.min(Math.floor(samples / 2), samples - fewestToJudge));

/** Prints the slopes and what surely grows; 1 if something does, 2 if there are too few samples to tell. */
function verdictOn(samples: readonly Sample[]): number {
  const each = names.map((name) => ({ name, values: samples.map((sample) => sample[name]) }));
  const grown = each.filter(({ name, values }) => sureGrowthOf(values) > most[name]);
  const told = each.map(({ name, values }) => `${name} ${slopeOf(values).toFixed(2)} ${units[name]}`.trim());
  const isShort = samples.length < fewestToJudge;
  const verdict = isShort
    ? "too short to tell"
    : grown.length === 0
      ? "nothing surely grows"
      : `grows: ${grown.map(({ name }) => name)}`;
  console.log(`slope a minute, over the last ${samples.length} restarts: ${told.join(", ")}; ${verdict}`);
  return isShort ? 2 : grown.length === 0 ? 0 : 1;
}
