import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright";
import { build, createServer, preview } from "vite";
import { findBrowser } from "./find-browser";

/** Where pages are served from, ending in "/". */
export type Server = { readonly url: string; close(): Promise<void> };

/** The repository's folder, ending in "/". */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Serves the repository as it is, e2e/bench with it. */
export async function serveSources(entry: string): Promise<Server> {
  // Its own, so that a development server at work is not disturbed.
  const cacheDir = temporaryFolder();
  const server = await createServer({
    ...{ root, cacheDir, logLevel: "error" },
    server: { port: 0, hmr: false, ws: false, watch: null },
    optimizeDeps: { entries: [entry] },
  });
  await server.listen();
  return {
    url: server.resolvedUrls!.local[0]!,
    async close() {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

/** The page, or another of the repository, built into a folder of its own. */
export async function buildPage(entry = "index.html"): Promise<{ readonly folder: string; remove(): void }> {
  const folder = temporaryFolder();
  const rolldownOptions = { input: join(root, entry) };
  // The server that runs the tools has made this a development: React would be built to check all it does.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await build({ root, logLevel: "error", build: { outDir: folder, emptyOutDir: true, rolldownOptions } });
  } finally {
    process.env.NODE_ENV = before;
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Serves a built page; isolated from other origins it may measure its memory. */
export async function serveBuilt(outDir: string, isIsolated = false): Promise<Server> {
  const headers = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  };
  const server = await preview({
    ...{ root, logLevel: "error", build: { outDir } },
    preview: { port: 0, ...(isIsolated && { headers }) },
  });
  return { url: server.resolvedUrls!.local[0]!, close: () => server.close() };
}

/** Does work in a browser of its own; fails as soon as a page does. */
export async function inBrowser<T>(
  args: readonly string[],
  work: (open: (url: string) => Promise<Page>, browser: Browser) => Promise<T>,
): Promise<T> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ args: [...args], ...(executablePath && { executablePath }) });
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      serviceWorkers: "block",
      // What looks into a page starts workers and evaluates text as the page itself may not.
      bypassCSP: true,
    });
    let fail: (error: Error) => void = () => undefined;
    const failure = new Promise<never>((_, reject) => (fail = reject));
    const open = async (url: string) => {
      const page = await context.newPage();
      page.on("pageerror", fail);
      await page.goto(url);
      return page;
    };
    return await Promise.race([work(open, browser), failure]);
  } finally {
    await browser.close();
  }
}

const temporaryFolder = () => mkdtempSync(join(tmpdir(), "ravine-bench-"));
