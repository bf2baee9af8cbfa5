import type { Page } from "playwright";
import { reportEpochs } from "./bench-epochs";
import { reportLeftovers } from "./bench-leftovers";
import { reportMemory } from "./bench-memory";
import type { Report } from "./bench-rounds";
import { reportScriptTime } from "./bench-script-time";
import { buildPage, inBrowser, serveBuilt, serveSources } from "./bench-server";
import { reportStartUp } from "./bench-start-up";
import { launchArguments } from "./find-browser";

const entry = "e2e/bench/networks/index.html";

/** Networks: the engine's backends beside other libraries, then the built page as a visitor has it. */
export async function* reportNetworks(): AsyncGenerator<Report> {
  const sources = await serveSources(entry);
  try {
    yield* await onBenchPage((page) => page.evaluate<Report[]>("bench.race()"));
    yield await onBenchPage(reportScriptTime);
    yield await onBenchPage(reportLeftovers);
  } finally {
    await sources.close();
  }

  const built = await buildPage();
  const server = await serveBuilt(built.folder);
  const isolated = await serveBuilt(built.folder, true);
  try {
    yield await reportStartUp(server);
    yield await reportEpochs(server);
    yield await reportMemory(isolated);
  } finally {
    await Promise.all([server.close(), isolated.close()]);
    built.remove();
  }

  function onBenchPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
    return inBrowser(launchArguments.webgpu, async (open) => {
      const page = await open(sources.url + entry);
      await page.waitForFunction("window.bench", undefined, { timeout: 120_000 });
      return work(page);
    });
  }
}
