import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "puppeteer-core";
import { serveFolder, type ServedFolder } from "../serve-folder";
import { startBrowsers, visit } from "./browsers";
import { apart, see, type Seen } from "./seen";

/** How far apart the browsers may set the same region, in pixels: their fields and their lines differ in height. */
const tolerance = 4;

/** A view, and what its sentence or its position says once all is computed. */
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

let ravine: ServedFolder;
let browsers: Awaited<ReturnType<typeof startBrowsers>>;
test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  ravine = await serveFolder(join(import.meta.dirname, "../../dist"));
  browsers = await startBrowsers();
  console.log(`${await browsers.firefox.version()} beside ${await browsers.chromium.version()}`);
});
test.afterAll(async () => {
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
      console.log(
        `${name} ${width}: ${Object.keys(firefox.boxes).length} regions, overflow ${firefox.overflow} px; ` +
          `${firefox.words[".run-card-result"]?.join(" | ")}`,
      );
      console.log(apart(chromium.boxes, firefox.boxes, 2));
      expect(firefox.words).toEqual(chromium.words);
      expect(firefox.words[".badge b"]).toEqual(["CPU"]);
      expect(firefox.overflow).toBeLessThanOrEqual(0);
      expect(Object.keys(firefox.boxes)).toEqual(Object.keys(chromium.boxes));
      expect(apart(chromium.boxes, firefox.boxes, tolerance)).toEqual([]);
    });

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
