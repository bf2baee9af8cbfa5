import type { Browser } from "playwright";
import { framesOfTenEpochs, sixRuns } from "./bench-epochs";
import { listenIn, untilFrames } from "./bench-listen";
import type { Fact, Report } from "./bench-rounds";
import { inBrowser, type Server } from "./bench-server";
import { launchArguments } from "./find-browser";
import { rendererMemory } from "./renderer-memory";

const samplesPerSecond = 4;
const most = 300;

/** Memory of the page and its workers while six optimizers train for ten epochs; `isolated` serves the page so that it may be asked. */
export async function reportMemory(isolated: Server): Promise<Report> {
  const args = [...launchArguments.plain, "--enable-blink-features=ForceEagerMeasureMemory"];
  return inBrowser(args, async (open, browser) => {
    await listenIn(browser.contexts()[0]!);
    const page = await open(isolated.url);
    await untilFrames(page, 101);
    const processes = await watchProcesses(browser);
    const before = processes.now;
    await page.goto(`${isolated.url}#network=mnist-mlp&batch=32&epochs=10&${sixRuns}`);
    await untilFrames(page, framesOfTenEpochs, { timeout: 300_000 });
    const { now, peak } = await processes.end();
    const live = await page.evaluate<number>(
      "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)",
    );
    const measured = {
      "JavaScript, arrays and WebAssembly of page and workers, at the end": live,
      "private memory of the page's process, showing a surface before": before,
      "private memory of the page's process, at the end": now,
      "private memory of the page's process, at most": peak,
    };
    const facts = Object.entries(measured).flatMap(([name, bytes]): Fact[] =>
      bytes === undefined ? [] : [{ name, value: Math.round(bytes / 1e5) / 10, unit: "MB" }],
    );
    const judged = [facts[0]!, ...(peak === undefined ? [] : [facts.at(-1)!])];
    return {
      title: "Memory of a run of ten epochs, six optimizers, built page without WebGPU, everything recorded",
      ...{ checks: [], rows: [], facts },
      aims: judged.map(({ name, value }) => ({
        claim: `${name}: below ${most} MB`,
        ...{ value, unit: "MB", isReached: value < most },
      })),
    };
  });
}

type Private = { readonly now: number | undefined; readonly peak: number | undefined };

/** Looks at the renderer's private memory until told to end: in bytes, or undefined where nobody tells. */
async function watchProcesses(browser: Browser): Promise<Private & { end(): Promise<Private> }> {
  const session = await browser.newBrowserCDPSession();
  let peak: number | undefined;
  let isOver = false;
  const look = async () => {
    const now = await rendererMemory(session);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
    return { now, peak };
  };
  const watching = (async () => {
    while (!isOver) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, 1000 / samplesPerSecond));
    }
  })();
  // Where the visit fails, its browser goes before anyone asks.
  watching.catch(() => undefined);
  return {
    ...(await look()),
    async end() {
      isOver = true;
      await watching;
      return look();
    },
  };
}
