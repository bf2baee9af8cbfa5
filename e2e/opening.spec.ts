import { expect, test } from "@playwright/test";
import { badgeFacts, heardBy, listenToWorker, lossesOf } from "./page";

test("the opening page shows two runs, drawn and playing, and loads neither tfjs nor MNIST", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/");
  await expect(page.locator(".lesson")).toHaveText(
    /Momentum swings across the ravine.*RMSprop gives each coordinate/,
  );
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  const scrubber = page.getByRole("slider", { name: "step", exact: true });
  const early = Number(await scrubber.inputValue());
  await expect.poll(async () => Number(await scrubber.inputValue())).toBeGreaterThan(early + 5);

  const firstPath = await page.evaluate(() => performance.getEntriesByName("first path")[0]?.startTime);
  expect(firstPath).toBeGreaterThan(0);
  console.log(`first path on the screen ${firstPath?.toFixed(0)} ms after navigation`);

  await expect.poll(() => scrubber.inputValue()).toBe("100");
  expect(asked.filter((url) => /tfjs|tensorflow|mnist|\.wasm/i.test(url))).toEqual([]);
});

test("without a graphics card surfaces are computed by the CPU in float64, and the badge says so", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.locator(".badge > button")).toContainText("CPU");
  expect(await badgeFacts(page)).toMatchObject({ Backend: "cpu", Precision: "float64" });
});

test("a visitor steps, scrubs and plays without anything being computed again", async ({ page }) => {
  await listenToWorker(page);
  await page.goto("/#steps=50");
  const scrubber = page.getByRole("slider", { name: "step", exact: true });
  await expect(scrubber).toHaveValue("50");
  const framesHeard = async () => (await heardBy(page)).filter(({ type }) => type === "frames").length;
  await expect.poll(framesHeard).toBe(1);
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(scrubber).toHaveValue("49");
  await page.locator("body").press("ArrowLeft");
  await expect(scrubber).toHaveValue("48");
  await scrubber.fill("10");
  await expect(page.locator(".playback")).toContainText("10 of 50");
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(async () => Number(await scrubber.inputValue())).toBeGreaterThan(12);
  expect(await framesHeard()).toBe(1);
});

test("two visits with the same link give the same recording, number for number", async ({ browser }) => {
  const link = "/#surface=himmelblau&noise=2&seed=9&steps=80&run=adam(lr=0.2)&run=rmsprop(lr=0.05)";
  const recordings = [];
  for (const backend of ["cpu", "cpu", "webgpu", "webgpu"]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await listenToWorker(page);
    await page.goto(`${link}&backend=${backend}`);
    await expect.poll(async () => (await heardBy(page)).some(({ type }) => type === "frames")).toBe(true);
    const heard = await heardBy(page);
    expect(heard.find(({ type }) => type === "started")?.computedBy?.backend).toBe(backend);
    recordings.push(heard.filter(({ type }) => type === "frames").map(({ batch }) => batch));
    expect(lossesOf(heard)[0]).toHaveLength(81);
    await context.close();
  }
  expect(recordings[1]).toEqual(recordings[0]);
  expect(recordings[3]).toEqual(recordings[2]);
});

test("the trip of a slider is in the link, and back brings the old value", async ({ page }) => {
  await page.goto("/");
  const rate = page.getByRole("textbox", { name: "Momentum: learning rate, value" });
  await rate.fill("0.02");
  await rate.press("Enter");
  await expect(page).toHaveURL(/run=momentum\(lr=0.02\)/);
  await expect(page.locator(".lesson")).toContainText("after 100 steps");
  await page.goBack();
  await expect(rate).toHaveValue("0.015");
  await expect(page.locator(".lesson")).toContainText("swings across the ravine");
});

test("a refused value stays in its field with the reason, and the drawing stays", async ({ page }) => {
  await page.goto("/");
  const momentum = page.getByRole("textbox", { name: "Momentum: momentum, value" });
  await momentum.fill("1.2");
  await momentum.press("Enter");
  await expect(page.getByRole("alert")).toContainText("momentum must be below 1. Still drawn with 0.9.");
  await expect(momentum).toHaveValue("1.2");
  await expect(page.locator(".lesson")).toContainText("swings across the ravine");
});

test("runs are added, changed, duplicated, hidden and removed; a diverged one says where", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "+ add a run" }).click();
  await page.getByRole("button", { name: /^Adam Kingma/ }).click();
  await expect(page.locator(".run-card")).toHaveCount(3);
  await page.getByRole("button", { name: "Duplicate: Adam" }).click();
  await expect(page.locator(".run-card")).toHaveCount(4);
  await expect(page.locator(".contour-map")).toHaveCount(4);
  await page.getByRole("button", { name: "Hide: RMSprop" }).click();
  await expect(page.locator(".contour-map")).toHaveCount(3);
  await page.getByRole("button", { name: "Show alone: Momentum" }).click();
  await expect(page.locator(".contour-map")).toHaveCount(1);
  await page.getByRole("button", { name: "Remove: Momentum" }).click();
  await expect(page.locator(".contour-map")).toHaveCount(3);
  await expect(page.locator(".run-card")).toHaveCount(3);
  await page.getByRole("button", { name: "RMSprop: change the optimizer" }).click();
  await page.getByRole("button", { name: /^Gradient descent/ }).click();
  const rate = page.getByRole("textbox", { name: "Gradient descent: learning rate, value" });
  await rate.fill("0.05");
  await rate.press("Enter");
  await expect(page.locator(".lesson")).toContainText(/Gradient descent diverged at step \d+/);
});

test("who posts a link finds a picture of the size that the page says, and a favicon", async ({ page }) => {
  await page.goto("/");
  const said = (property: string) =>
    page.locator(`meta[property="og:image${property}"]`).getAttribute("content");
  const card = await (await page.request.get((await said(""))!)).body();
  // Where a PNG has its width and its height.
  expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([
    Number(await said(":width")),
    Number(await said(":height")),
  ]);
  const icon = await page.request.get((await page.locator('link[rel="icon"]').getAttribute("href"))!);
  expect(icon.headers()["content-type"]).toContain("image/svg+xml");
});
