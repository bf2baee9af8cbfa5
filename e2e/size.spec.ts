import { expect, test } from "@playwright/test";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { built } from "./page";

/** Bytes of JavaScript, gzipped, that the page may ask for before the first path is on the screen: half of it is React. */
const budget = 150_000;

test("the first path needs no more JavaScript than the budget", async ({ page }) => {
  await page.goto("/");
  // By the page's own clock: what the test hears of requests comes later, and in no certain order.
  const asked = await page.waitForFunction(() => {
    const [path] = performance.getEntriesByName("first path");
    const loaded = performance.getEntriesByType("resource");
    return path && loaded.filter(({ startTime }) => startTime <= path.startTime).map(({ name }) => name);
  });
  const scripts = ((await asked.jsonValue()) ?? [])
    .filter((url) => url.endsWith(".js"))
    .map((url) => basename(url));
  const sizes = await Promise.all(
    [...new Set(scripts)].map(async (name) => ({
      name,
      bytes: gzipSync(await built(`assets/${name}`)).length,
    })),
  );
  sizes.sort((a, b) => b.bytes - a.bytes);
  const isWorker = ({ name }: { name: string }) => name.startsWith("worker");
  const sum = (some: typeof sizes) => some.reduce((total, { bytes }) => total + bytes, 0);
  const onPage = sum(sizes.filter((size) => !isWorker(size)));
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `JavaScript before the first path, gzipped: page ${kilobytes(onPage)}, worker ${kilobytes(sum(sizes) - onPage)}`,
  );
  for (const { name, bytes } of sizes) console.log(`  ${kilobytes(bytes).padStart(9)}  ${name}`);
  expect(sizes.some(isWorker)).toBe(true);
  expect(onPage).toBeLessThanOrEqual(budget);
});
