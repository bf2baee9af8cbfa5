import { expect, test } from "@playwright/test";
import { built, checkpointsOf, heardBy, listenToWorker, lossesOf, untilSteps } from "./page";

test("momentum and RMSprop train side by side on MNIST for 100 steps, by our own kernels on WebGPU", async ({
  page,
}) => {
  await listenToWorker(page);
  await page.addInitScript(() => {
    const longTasks: { startTime: number; duration: number }[] = [];
    Object.assign(window, { longTasks });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration });
    }).observe({ type: "longtask" });
  });
  await page.goto("/#network=mnist-mlp&steps=100&backend=webgpu");
  await untilSteps(page, 100, 80_000);
  const heard = await heardBy(page);
  const by = heard.find(({ type }) => type === "started")?.computedBy;
  expect(by?.backend).toBe("webgpu");
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
  const { isWatched, longest } = await page.evaluate((begun) => {
    const { longTasks } = window as unknown as { longTasks: { startTime: number; duration: number }[] };
    const during = longTasks.filter(({ startTime }) => startTime > begun);
    const isWatched = PerformanceObserver.supportedEntryTypes.includes("longtask");
    return { isWatched, longest: Math.max(0, ...during.map(({ duration }) => duration)) };
  }, training);
  expect(isWatched).toBe(true);
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
    await expect(alert).toContainText("train-00.bin");
    await expect(page.locator(".lesson")).not.toContainText("after");
    await page.unroute(`**/${shard}`);
    await page.getByRole("button", { name: "try again" }).click();
    await untilSteps(page, 30);
    await expect(alert).toHaveCount(0);
  });

test("a shard missing in the middle of training ends it there, and says so", async ({ page }) => {
  await page.route("**/train-05.bin", (route) => route.fulfill({ status: 404, body: "not found" }));
  await page.goto("/#network=mnist-mlp&steps=400");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("train-05.bin", { timeout: 40_000 });
  await expect(alert).toContainText("What is shown ends where it stopped");
  await expect(page.getByText("Trained to the end.")).toHaveCount(0);
  await page.unroute("**/train-05.bin");
  await page.getByRole("button", { name: "try again" }).click();
  await untilSteps(page, 400);
});

test("two visits train the same network, number for number", async ({ browser }) => {
  const recordings = [];
  for (let visit = 0; visit < 2; visit++) {
    const page = await (await browser.newContext()).newPage();
    await listenToWorker(page);
    await page.goto("/#network=mnist-mlp&steps=70&seed=5&run=adam&run=nesterov");
    await untilSteps(page, 70);
    const heard = await heardBy(page);
    recordings.push({ losses: lossesOf(heard), checkpoints: checkpointsOf(heard) });
    await page.context().close();
  }
  expect(recordings[0]!.losses[0]).toHaveLength(71);
  expect(recordings[1]).toEqual(recordings[0]);
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
