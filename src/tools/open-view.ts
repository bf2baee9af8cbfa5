import type { Browser, Page } from "playwright";
import { sizes, type PageView, type Size, type Theme } from "./page-views";

/** Opens a view in a window of its own and waits until all of it stands; close its context after. */
export async function openView(
  browser: Browser,
  address: string,
  { hash, before }: PageView,
  size: Size,
  theme: Theme,
): Promise<Page> {
  const [width, height] = sizes[size];
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: size !== "desktop",
    colorScheme: theme,
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(`${address}#${hash}`);
  await page.locator("main").waitFor();
  // What comes after the first path.
  for (const room of await page.locator("[class*=-to-come]").all()) await room.waitFor({ state: "detached" });
  await before?.(page);
  await untilDrawn(page);
  return page;
}

/** Two frames: what was asked for last is drawn. */
export const untilDrawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
