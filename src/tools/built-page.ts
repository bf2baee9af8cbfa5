import type { Browser } from "playwright";
import { buildPage, inBrowser, serveBuilt } from "./bench-server";
import { launchArguments } from "./find-browser";

/** Builds the page into a folder of its own, and does work in a browser without WebGPU while it is served at an address ending in "/". */
export async function onBuiltPage(work: (browser: Browser, address: string) => Promise<void>): Promise<void> {
  const built = await buildPage();
  const server = await serveBuilt(built.folder);
  try {
    await inBrowser(launchArguments.plain, (_, browser) => work(browser, server.url));
  } finally {
    await server.close();
    built.remove();
  }
}
