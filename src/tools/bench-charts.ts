import type { Report } from "./bench-rounds";
import { buildPage, inBrowser, serveBuilt } from "./bench-server";
import { launchArguments } from "./find-browser";

const entry = "e2e/bench/charts/index.html";

/** Opens e2e/bench/charts, built as the page is, in a browser without a GPU and waits for its report. */
export async function reportCharts(): Promise<Report> {
  const built = await buildPage(entry);
  const server = await serveBuilt(built.folder);
  try {
    return await inBrowser(launchArguments.plain, async (open, browser) => {
      const session = await browser.newBrowserCDPSession();
      const page = await open(server.url + entry);
      await page.exposeFunction("cpuSeconds", async () => {
        const { processInfo } = await session.send("SystemInfo.getProcessInfo");
        return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
      });
      await page.waitForFunction("window.reportCharts", undefined, { timeout: 120_000 });
      const { title, ...rest } = await page.evaluate<Report>("window.reportCharts()");
      return { ...rest, title: `${title}, Chromium ${browser.version()}` };
    });
  } finally {
    await server.close();
    built.remove();
  }
}
