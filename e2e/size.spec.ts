import { expect, test } from "@playwright/test";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { built } from "./page";

/** Bytes of JavaScript, gzipped, that the page may ask for before the first path is on the screen: half of it is React. */
const budget = 150_000;

test("the first path needs no more JavaScript than the budget", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  let before: string[] = [];
  await page.exposeFunction("onFirstPath", () => (before = [...asked]));
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { onFirstPath } = window as unknown as { onFirstPath: () => void };
      if (list.getEntriesByName("first path").length) onFirstPath();
    }).observe({ entryTypes: ["mark"] });
  });
  await page.goto("/");
  await expect.poll(() => before.length).toBeGreaterThan(0);
  const scripts = before.filter((url) => url.endsWith(".js")).map((url) => basename(url));
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
