import type { Report } from "./bench-rounds";
import { inBrowser, serveSources } from "./bench-server";
import { launchArguments } from "./find-browser";

const entry = "e2e/bench/index.html";

/** Opens e2e/bench in a browser with WebGPU and waits for its report. */
export async function reportPage(): Promise<Report> {
  const server = await serveSources(entry);
  const args = [...launchArguments.webgpu, "--enable-precise-memory-info", "--js-flags=--expose-gc"];
  try {
    return await inBrowser(args, async (open, browser) => {
      const page = await open(server.url + entry);
      await page.waitForFunction("window.reportMap", undefined, { timeout: 120_000 });
      const { title, ...rest } = await page.evaluate<Report>("window.reportMap()");
      return { ...rest, title: `${title}, Chromium ${browser.version()}` };
    });
  } finally {
    await server.close();
  }
}
