import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { createServer } from "vite";
import { findBrowser, launchArguments } from "./find-browser";
import type { Report } from "./bench-rounds";

/** Serves e2e/bench, opens it in a browser and waits for its report. */
export async function reportPage(): Promise<Report> {
  const cacheDir = mkdtempSync(join(tmpdir(), "ravine-bench-"));
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL("../..", import.meta.url)),
    cacheDir,
    logLevel: "error",
    server: { port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: { entries: ["e2e/bench/index.html"] },
  });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: [...launchArguments.webgpu, "--enable-precise-memory-info", "--js-flags=--expose-gc"],
    ...(executablePath && { executablePath }),
  });
  try {
    await server.listen();
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls!.local[0]!}e2e/bench/index.html`);
    await page.waitForFunction("window.reportMap");
    return await page.evaluate<Report>("window.reportMap()");
  } finally {
    await browser.close();
    await server.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }
}
