import { expect, test, type Locator } from "@playwright/test";
import { expectNothingToMend } from "./axe";
import { untilSteps } from "./page";

const link = "/#surface=rosenbrock&play=0&run=adam(lr=0.05)&run=rmsprop(lr=0.01)";

test("a visitor changes the convention, sets a schedule and clips; the card, the link and a reload say the same", async ({
  page,
}) => {
  await page.goto(link);
  const card = page.locator(".run-card").nth(1);
  await card.getByRole("button", { name: /PyTorch convention/ }).click();
  await page.getByRole("button", { name: /^Keras/ }).click();
  await card.getByRole("button", { name: /more/ }).click();
  await page
    .getByRole("combobox", { name: "schedule of the learning rate" })
    .selectOption({ label: "Cosine" });
  await page.getByRole("checkbox", { name: "Clip by norm" }).check();
  await page.keyboard.press("Escape");
  await expect(card).toContainText("Keras");
  await expect(card).toContainText(/clip\snorm/);
  await expect(card).toContainText("cosine");
  await expect
    .poll(() => page.evaluate(() => decodeURIComponent(location.hash)))
    .toContain("run=rmsprop@keras(lr=0.01,clipNorm=1,schedule=cosine)");
  const sentence = await page.locator(".lesson").innerText();
  await page.reload();
  await expect(page.locator(".lesson")).toHaveText(sentence.replace(/\s+/g, " "), { useInnerText: true });
  await expect(page.locator(".run-card").nth(1)).toContainText("cosine");
  await expect(page.getByRole("status", { name: "notices" })).toBeEmpty();
});

test("the whole rule says what each symbol is, and hands itself on as TeX, PyTorch and Keras", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/#surface=rosenbrock&play=0&run=adam@keras(lr=0.05,clip=2,schedule=cosine)");
  await page.locator(".run-card").getByText("whole rule").click();
  const panel = page.locator(".whole-rule");
  await expect(panel).toContainText("mean of the squared gradients");
  await expect(panel.locator("dl [data-name=clip]").first()).toContainText("2");
  for (const [name, text] of [
    ["Copy TeX", "\\beta_{1}"],
    ["Copy PyTorch", "import torch"],
    ["Copy Keras", "keras.optimizers"],
  ] as const) {
    await panel.getByRole("button", { name }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(text);
  }
});

test(`axe finds nothing to mend on the open panels`, async ({ page }) => {
  await page.goto(`${link.replace("lr=0.05", "lr=0.05,clip=1,schedule=step")}`);
  await expect(page.locator(".lesson")).toContainText("after 100 steps");
  await expect(page.getByRole("slider").last()).toBeVisible();
  for (const open of [/whole|lines/i, /more/, /PyTorch convention/, /add a run/]) {
    await page.getByRole("button", { name: open }).last().click();
    await expectNothingToMend(page);
    await page.keyboard.press("Escape");
  }
});

test("a visitor changes a network's layers, dropout and budget; the line, the link and a reload say the same", async ({
  page,
}) => {
  await page.goto("/#network=mnist-mlp&steps=20&run=adam");
  const line = page.getByRole("region", { name: "network" });
  await line.getByRole("button", { name: "add a hidden layer" }).click();
  await type(line.getByRole("textbox", { name: "units of hidden layer 1" }), "16");
  await type(line.getByRole("textbox", { name: "steps" }), "30");
  await line.getByRole("button", { name: "more settings" }).click();
  await type(line.getByRole("textbox", { name: "dropout, value" }), "0.2");
  await line.getByRole("button", { name: "He", exact: true }).click();
  await line.getByRole("checkbox", { name: "standardise pixels" }).check();
  await line.getByRole("button", { name: "fewer settings" }).click();

  const said = line.getByRole("list", { name: "changed settings" }).getByRole("listitem");
  await expect(said).toContainText(["first weights He", "standardised pixels", "dropout 0.2"]);
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toBe("#network=mnist-mlp&hidden=16,10,10&init=he&standardise=1&dropout=0.2&steps=30&run=adam");
  await untilSteps(page, 30);
  const sentence = await page.locator(".lesson").innerText();
  await page.reload();
  await expect(said).toContainText(["first weights He", "standardised pixels", "dropout 0.2"]);
  await expect(line.getByRole("textbox", { name: /units of hidden layer/ })).toHaveCount(3);
  await untilSteps(page, 30);
  await expect(page.locator(".lesson")).toHaveText(sentence.replace(/\s+/g, " "), { useInnerText: true });
  await expect(page.getByRole("status", { name: "notices" })).toBeEmpty();

  await line.getByRole("button", { name: "back to the usual: dropout 0.2" }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain("dropout");
});

test("for a projector all is a quarter larger, by a press and in the link, and what is pointed at is still what is meant", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("/#step=40");
  await expect(page.getByRole("slider", { name: "step", exact: true })).toHaveValue("40");
  const scale = page.getByRole("button", { name: "Larger, for a projector" });
  const heightOf = async () => (await page.locator(".brand").boundingBox())!.height;
  const before = await heightOf();
  await scale.click();
  await expect(scale).toHaveAttribute("aria-pressed", "true");
  expect((await heightOf()) / before).toBeCloseTo(1.25, 1);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("scale=1.25");
  // Two sheets' layouts and the views that ask by script: as in a window of 819.
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  const plot = page.locator(".charts-press").first();
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.click(box.x + 0.75 * box.width, box.y + 0.5 * box.height);
  await expect(page.getByRole("slider", { name: "step", exact: true })).toHaveValue("75");
  await page.locator(".explain-word", { hasText: "noise" }).click();
  const told = (await page.locator(".explain:popover-open").boundingBox())!;
  expect(told.x + told.width).toBeLessThanOrEqual(1024);
  await page.keyboard.press("Escape");
  await scale.click();
  await expect.poll(heightOf).toBe(before);
});

test("a value that a network cannot take is refused beneath its field, by name", async ({ page }) => {
  await page.goto("/#network=mnist-mlp&steps=20");
  const line = page.getByRole("region", { name: "network" });
  await type(line.getByRole("textbox", { name: "units of hidden layer 2" }), "1000");
  await expect(line.getByRole("alert")).toHaveText(
    "hidden layer 2 must be a number from 1 to 512. Still drawn with 10.",
  );
  await page.keyboard.press("Escape");
  await type(line.getByRole("textbox", { name: "steps" }), "20000");
  await expect(line.getByRole("alert")).toContainText("steps must be at most 18,750, which the epochs take");
  expect(await page.evaluate(() => location.hash)).toBe("#network=mnist-mlp&steps=20");
});

test("another network is chosen by keyboard; the runs stay at rates that suit it, and only what says something of it can be set", async ({
  page,
}) => {
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto("/#network=mnist-mlp&steps=20&run=adam&run=nesterov(momentum=0.5)&dropout=0.2&images=1000");
  const line = page.getByRole("region", { name: "network" });
  await untilSteps(page, 20);
  await line.getByRole("button", { name: "change the network" }).press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(line.getByRole("heading", { level: 2 })).toHaveText("MNIST, logistic regression");
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toBe("#network=mnist-logistic&images=1000&steps=20&run=adam(lr=0.003)&run=nesterov(momentum=0.5)");
  await untilSteps(page, 20);
  await line.getByRole("button", { name: "more settings" }).click();
  await expect(line.getByRole("group", { name: "hidden layers" })).toHaveCount(0);
  await expect(line.getByRole("slider", { name: "dropout" })).toHaveCount(0);
  await line.getByRole("slider", { name: "label noise" }).press("PageUp");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("labelNoise=0.1");
  expect(errors).toEqual([]);
});

test(`axe finds nothing to mend on a network's open settings`, async ({ page }) => {
  await page.goto(`/#network=mnist-mlp&steps=1&dropout=0.2`);
  await untilSteps(page, 1);
  await expectNothingToMend(page);
  await page.getByRole("button", { name: "more settings" }).click();
  await expectNothingToMend(page);
});

for (const width of [1440, 820, 360])
  test(`a network's open settings do not overflow a window ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/#network=mnist-mlp&steps=1&hidden=64,64,512,512&dropout=0.25&init=he&images=12345");
    await expect(page.getByRole("list", { name: "changed settings" })).toBeVisible();
    const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widthOf()).toBeLessThanOrEqual(width);
    await page.getByRole("button", { name: "more settings" }).click();
    expect(await widthOf()).toBeLessThanOrEqual(width);
  });

/** Types into a field as a visitor does who then goes on. */
async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press("Enter");
}
