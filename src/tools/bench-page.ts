import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { createServer } from "vite";
import type { Report } from "./bench-rounds";
import { findBrowser, launchArguments } from "./find-browser";

/** Serves e2e/bench, opens it in a browser with WebGPU and waits for its report. */
export async function reportPage(): Promise<Report> {
  const cacheDir = mkdtempSync(join(tmpdir(), "ravine-bench-"));
  const server = await createServer({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    // Its own, so that a development server at work is not disturbed.
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
    const failure = new Promise<never>((_, reject) => page.on("pageerror", reject));
    const report = page
      .goto(`${server.resolvedUrls!.local[0]!}e2e/bench/index.html`)
      .then(() => page.waitForFunction("window.reportMap", undefined, { timeout: 120_000 }))
      .then(() => page.evaluate<Report>("window.reportMap()"));
    const { title, ...rest } = await Promise.race([report, failure]);
    return { ...rest, title: `${title}, Chromium ${browser.version()}` };
  } finally {
    await browser.close();
    await server.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }
}
