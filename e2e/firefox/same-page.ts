import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "puppeteer-core";
import { serveFolder, type ServedFolder } from "../serve-folder";
import { startBrowsers, visit } from "./browsers";
import { apart, mostApart, see, type Seen } from "./seen";

/** How far apart the browsers may set the same region, in pixels: their fields and their lines differ in height. */
const tolerance = 4;

/** A view, and what its sentence says once all is computed. */
const views = {
  opening: { hash: "play=0&step=27", done: /swings across the ravine/ },
  eight: {
    hash: "surface=beale&view=overlay&run=sgd&run=momentum&run=nesterov&run=adagrad(lr=0.5)&run=rmsprop&run=adam(lr=0.1)&run=lion(lr=0.05)&run=adamax(lr=0.1)&step=100",
    done: /after 100 steps/,
  },
  inside: { hash: "view=inside&step=12", done: /12/ },
  chinese: { hash: "lang=zh&play=0&step=27", done: /峡谷/ },
  network: {
    hash: "network=mnist-mlp&seed=7&steps=200&run=nesterov&run=rmsprop(lr=0.001)&run=adam",
    done: /after 200 steps/,
  },
};

/** A line for each view: how many results are the same, and how far apart its regions are in the two browsers. */
const table: Record<string, string | number>[] = [];

let ravine: ServedFolder;
let browsers: Awaited<ReturnType<typeof startBrowsers>>;
test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  ravine = await serveFolder(join(import.meta.dirname, "../../dist"));
  browsers = await startBrowsers();
  console.log(`${await browsers.firefox.version()} beside ${await browsers.chromium.version()}`);
});
test.afterAll(async () => {
  console.table(table);
  ravine.close();
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
});

for (const [name, { hash, done }] of Object.entries(views))
  for (const width of [1440, 360])
    test(`${name}, ${width} wide, says and looks the same in Firefox`, async () => {
      const seen: Partial<Record<keyof typeof browsers, Seen>> = {};
      for (const kind of ["firefox", "chromium"] as const) {
        const { page, complaints } = await visit(browsers[kind], `${ravine.url}#theme=light&${hash}`, width);
        await expect
          .poll(async () => (await see(page)).words[".lesson"]?.join(), { timeout: 60_000 })
          .toMatch(done);
        await untilStill(page);
        await page.screenshot({ path: join(pictures, `${name}-${width}-${kind}.png`) });
        seen[kind] = await see(page);
        expect(complaints).toEqual([]);
        await page.close();
      }
      const { firefox, chromium } = seen as Record<keyof typeof browsers, Seen>;
      const isOneColumn = width < 700;
      const far = mostApart(chromium.boxes, firefox.boxes, isOneColumn);
      table.push({
        view: `${name}, ${width} wide`,
        results: firefox.words[".run-card-result"]!.length || firefox.words[".lesson"]!.length,
        regions: Object.keys(firefox.boxes).length,
        "px apart": Number(far.toFixed(1)),
        "px over": firefox.overflow,
      });
      expect(firefox.words).toEqual(chromium.words);
      expect(firefox.words[".badge b"]).toEqual(["CPU"]);
      expect(firefox.overflow).toBeLessThanOrEqual(0);
      expect(Object.keys(firefox.boxes)).toEqual(Object.keys(chromium.boxes));
      expect(apart(chromium.boxes, firefox.boxes, tolerance, isOneColumn)).toEqual([]);
    });

test("by keys a slider moves the path, space plays and the arrows step, alike in both", async () => {
  const told: string[][] = [];
  for (const kind of ["firefox", "chromium"] as const) {
    const { page, complaints } = await visit(browsers[kind], `${ravine.url}#play=0&step=27`, 1440);
    await untilStill(page);
    const before = await see(page);
    const [map, rate] = [await drawnOn(page, ".contour-map canvas"), await textOf(page, slider)];

    await page.focus(slider);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await untilStill(page);
    const after = await see(page);
    expect(await textOf(page, slider)).not.toBe(rate);
    expect(after.words[".run-card-result"]).not.toEqual(before.words[".run-card-result"]);
    expect(await drawnOn(page, ".contour-map canvas")).not.toBe(map);
    expect(await stepOf(page)).toBe(27);

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press(" ");
    await expect.poll(() => stepOf(page)).toBeGreaterThan(29);
    await page.keyboard.press(" ");
    await untilStill(page);
    const stopped = await stepOf(page);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => stepOf(page)).toBe(stopped + 1);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => stepOf(page)).toBe(stopped - 1);
    expect(complaints).toEqual([]);
    told.push([await textOf(page, slider), ...after.words[".run-card-result"]!]);
    await page.close();
  }
  expect(told[0]).toEqual(told[1]);
  console.log(`by keys: ${rateAndResult(told[0]!)}`);
});

/** The first run's learning rate. */
const slider = ".run-card input[type=range]";

const rateAndResult = ([rate, result]: readonly string[]) => `learning rate ${rate}, ${result}`;

const textOf = (page: Page, selector: string) =>
  page.evaluate(
    (selector) => document.querySelector(selector)?.getAttribute("aria-valuetext") ?? "",
    selector,
  );

const drawnOn = (page: Page, selector: string) =>
  page.evaluate((selector) => document.querySelector<HTMLCanvasElement>(selector)!.toDataURL(), selector);

const stepOf = (page: Page) =>
  page.evaluate(() => Number(document.querySelector<HTMLElement>(".playback-position b")!.innerText));

/** Until nothing is still to come, and what is seen is the same in two looks. */
async function untilStill(page: Page): Promise<void> {
  let before = "";
  await expect
    .poll(async () => {
      const toCome = await page.evaluate(() => document.querySelectorAll("[class*=-to-come]").length);
      const now = JSON.stringify(await see(page));
      const isStill = toCome === 0 && now === before;
      before = now;
      return isStill;
    })
    .toBe(true);
}

const pictures = join(import.meta.dirname, "../../test-results/firefox");
