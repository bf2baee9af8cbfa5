import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "playwright";
import { build, preview } from "vite";
import { findBrowser, launchArguments } from "./find-browser";

/** The repository's folder, ending in "/". */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the page, and does work in a browser without WebGPU while it is served at an address ending in "/". */
export async function onBuiltPage(work: (browser: Browser, address: string) => Promise<void>): Promise<void> {
  await build({ root, logLevel: "error" });
  const server = await preview({ root, logLevel: "error", preview: { port: 0 } });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: launchArguments.plain,
    ...(executablePath && { executablePath }),
  });
  try {
    await work(browser, server.resolvedUrls!.local[0]!);
  } finally {
    await browser.close();
    await server.close();
  }
}
