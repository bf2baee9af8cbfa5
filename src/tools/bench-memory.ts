import { existsSync, readFileSync } from "node:fs";
import type { Browser } from "playwright";
import { framesOfTenEpochs, sixRuns } from "./bench-epochs";
import { listenIn, untilFrames } from "./bench-listen";
import type { Fact, Report } from "./bench-rounds";
import { inBrowser, type Server } from "./bench-server";
import { launchArguments } from "./find-browser";

const samplesPerSecond = 4;
const most = 300;

/** Memory of the page and its workers while six optimizers train for ten epochs; `isolated` serves the page so that it may be asked. */
export async function reportMemory(isolated: Server): Promise<Report> {
  const args = [...launchArguments.plain, "--enable-blink-features=ForceEagerMeasureMemory"];
  return inBrowser(args, async (open, browser) => {
    await listenIn(browser.contexts()[0]!);
    const page = await open(`${isolated.url}#network=mnist-mlp&batch=32&epochs=10&${sixRuns}`);
    const watch = watchProcesses(browser);
    await untilFrames(page, framesOfTenEpochs, { timeout: 300_000 });
    const peak = await watch.end();
    const atEnd = await page.evaluate<number>(
      "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)",
    );
    const facts: Fact[] = [
      {
        name: "JavaScript, arrays and WebAssembly of page and workers, at the end",
        value: atEnd,
        unit: "MB",
      },
      ...(peak === undefined
        ? []
        : [{ name: "all private memory of the page's process, at most", value: peak, unit: "MB" }]),
    ].map((fact) => ({ ...fact, value: Math.round(fact.value / 1e5) / 10 }));
    const { name, value } = facts.at(-1)!;
    return {
      title: "Memory of a run of ten epochs, six optimizers, built page without WebGPU, everything recorded",
      ...{ checks: [], rows: [], facts },
      aims: [{ claim: `${name}: below ${most} MB`, value, unit: "MB", isReached: value < most }],
    };
  });
}

/** Looks at the renderers' private memory until told to end; the largest in bytes, or undefined where nobody tells. */
function watchProcesses(browser: Browser): { end(): Promise<number | undefined> } {
  let isOver = false;
  const watching = (async () => {
    const session = await browser.newBrowserCDPSession();
    let peak: number | undefined;
    while (!isOver) {
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      for (const { type, id } of processInfo)
        if (type === "renderer") peak = Math.max(peak ?? 0, privateMemoryOf(id) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 1000 / samplesPerSecond));
    }
    return peak || undefined;
  })();
  // Where the visit fails, its browser goes before anyone asks.
  watching.catch(() => undefined);
  return {
    end() {
      isOver = true;
      return watching;
    },
  };
}

/** What a process shares with no other, in bytes; on Linux only. */
function privateMemoryOf(id: number): number | undefined {
  const file = `/proc/${id}/smaps_rollup`;
  if (!existsSync(file)) return undefined;
  const kilobytes = readFileSync(file, "utf8").matchAll(/^Private_\w+: +(\d+) kB$/gm);
  return [...kilobytes].reduce((sum, [, value]) => sum + 1024 * Number(value), 0);
}
