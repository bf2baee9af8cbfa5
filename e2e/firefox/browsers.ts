import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { findBrowser, launchArguments } from "../../src/tools/find-browser.ts";
import { findFirefox } from "./find-firefox";

/** A page that is visited, and what it complained of. */
export type Visit = { readonly page: Page; readonly complaints: readonly string[] };

/** Firefox and Chromium without WebGPU, driven alike: Playwright drives no Firefox but its own. */
export async function startBrowsers(): Promise<Readonly<Record<"firefox" | "chromium", Browser>>> {
  const [firefox, chromium] = [findFirefox(), findBrowser()];
  if (!firefox) throw new Error("No Firefox here. Install one, or set FIREFOX_PATH.");
  if (!chromium) throw new Error("No Chromium here: npm run browser installs one.");
  return {
    firefox: await puppeteer.launch({
      browser: "firefox",
      executablePath: firefox,
      headless: true,
      // Bars that lie over the page, as on a phone; Chromium without a screen has them too.
      extraPrefsFirefox: { "ui.useOverlayScrollbars": 1, "widget.gtk.overlay-scrollbars.enabled": true },
    }),
    chromium: await puppeteer.launch({
      browser: "chrome",
      executablePath: chromium,
      headless: true,
      args: launchArguments.plain,
    }),
  };
}

/** Opens an address in a window of that width. */
export async function visit(browser: Browser, address: string, width: number): Promise<Visit> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/^(error|warn)/.test(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.setViewport({ width, height: width < 700 ? 740 : 900 });
  await page.goto(address);
  return { page, complaints };
}
