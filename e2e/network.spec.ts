import { expect, test } from "@playwright/test";
import { built, checkpointsOf, heardBy, listenToWorker, lossesOf, untilSteps } from "./page";

test("momentum and RMSprop train side by side on MNIST for 100 steps, by tfjs on WebGPU", async ({
  page,
}) => {
  await listenToWorker(page);
  await page.addInitScript(() => {
    const longTasks: number[] = [];
    Object.assign(window, { longTasks });
    new PerformanceObserver((list) =>
      longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: "longtask",
    });
  });
  await page.goto("/#network=mnist-mlp&steps=100&backend=webgpu");
  await untilSteps(page, 100, 80_000);
  const heard = await heardBy(page);
  const by = heard.find(({ type }) => type === "started")?.computedBy;
  expect(by?.backend).toBe("tfjs");
  expect(by?.adapter).toMatch(/^WebGPU: .*swiftshader/i);
  await expect(page.locator(".badge > button")).toContainText("WebGPU");

  const losses = lossesOf(heard);
  expect(losses).toHaveLength(2);
  expect(Object.is(losses[0]![0], losses[1]![0])).toBe(true);
  for (const loss of losses) {
    expect(loss).toHaveLength(101);
    expect(loss.every(Number.isFinite)).toBe(true);
    expect(mean(loss.slice(-10))).toBeLessThan(0.7 * mean(loss.slice(0, 10)));
  }
  expect(checkpointsOf(heard).at(-1)?.step).toBe(100);
  const training = heard.find(({ type }) => type === "frames")!.at;
  const longest = await page.evaluate((begun) => {
    const { longTasks } = window as unknown as { longTasks: PerformanceEntry[] };
    return Math.max(
      0,
      ...longTasks.filter(({ startTime }) => startTime > begun).map(({ duration }) => duration),
    );
  }, training);
  console.log(
    `longest task on the main thread while training: ${longest ? `${longest} ms` : "none above 50 ms"} (2 cores, software GPU)`,
  );
});

test("training is cancelled and begun again", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Networks" }).click();
  await expect(page.locator(".lesson")).toContainText(/after [\d,]+ steps/, { timeout: 30_000 });
  await page.getByRole("button", { name: "cancel" }).click();
  await expect(page.getByText("Cancelled.")).toBeVisible();
  await page.getByRole("button", { name: "train again" }).click();
  await expect(page.getByRole("button", { name: "cancel" })).toBeVisible();
  await page.getByRole("button", { name: "Surfaces" }).click();
  await expect(page.locator(".lesson")).toContainText("swings across the ravine");
});

for (const [shape, answer] of [
  ["missing", () => Promise.resolve({ status: 404, body: "not found" })],
  ["truncated", async (file: string) => ({ status: 200, body: (await built(file)).subarray(0, 9000) })],
  ["HTML", () => Promise.resolve({ status: 200, contentType: "text/html", body: "<!doctype html><p>hello" })],
] as const)
  test(`a data shard that is ${shape} gives a message and a retry that works`, async ({ page }) => {
    const shard = "data/mnist/train-00.bin";
    await page.route(`**/${shard}`, async (route) => route.fulfill(await answer(shard)));
    await page.goto("/#network=mnist-mlp&steps=30&backend=cpu");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("train-00.bin", { timeout: 20_000 });
    await expect(page.locator(".lesson")).not.toContainText("after");
    await page.unroute(`**/${shard}`);
    await page.getByRole("button", { name: "try again" }).click();
    await untilSteps(page, 30);
    await expect(alert).toHaveCount(0);
  });

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
