import { expect, test, type Locator, type Page } from "@playwright/test";
import { untilSteps } from "./page";

const begin = "/#run=adam(lr=0.1)";

test("a whole visit by keyboard alone", async ({ page }) => {
  await page.goto(begin);
  await untilSteps(page, 100);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await tabTo(page, button(page, "change the surface"));
  await press("Enter");
  const surface = page.getByRole("button", { name: "Himmelblau", exact: true });
  await expect(surface).toBeVisible();
  await pressUntil(page, "ArrowDown", surface);
  await press("Enter");
  await expect(page).toHaveURL(/surface=himmelblau/);
  await expect(page.getByRole("heading", { name: "Himmelblau" })).toBeVisible();
  await expect(button(page, "change the surface"), "the focus is where it was").toBeFocused();

  const handle = page.getByRole("button", { name: /^start of all runs/ });
  const start = await startOf(page);
  await tabTo(page, handle, "Shift+Tab");
  await press("Shift+ArrowRight", "ArrowUp");
  await expect.poll(async () => (await startOf(page))[0]).toBeGreaterThan(start[0]);
  await expect.poll(async () => (await startOf(page))[1]).toBeGreaterThan(start[1]);
  await expect(handle).toBeFocused();
  await addressHasStart(page);

  await tabTo(page, button(page, "+ add a run"));
  await press("Enter");
  const rmsprop = page.getByRole("button", { name: /^RMSprop(?!, centered)/ }).last();
  await expect(rmsprop).toBeVisible();
  await pressUntil(page, "ArrowDown", rmsprop);
  await press("Enter");
  await rmspropIsAdded(page);

  const rate = page.getByRole("slider", { name: "RMSprop: learning rate" });
  const before = await rateOf(page);
  await tabTo(page, rate, "Shift+Tab");
  await press("PageDown", "ArrowRight");
  await expect.poll(() => rateOf(page)).toBeLessThan(before);
  await addressHasRate(page);
  const typed = page.getByRole("textbox", { name: "RMSprop: learning rate, value" });
  await tabTo(page, typed, "Shift+Tab");
  await page.keyboard.type("0.03");
  await press("Enter");
  await expect(page).toHaveURL(/rmsprop\(lr=0\.03\)/);

  await tabTo(page, page.locator(".playback-main"));
  if (await button(page, "Pause").isVisible()) await press("Enter");
  await expect(button(page, "Play")).toBeFocused();
  await press("Home", "Enter");
  await expect.poll(() => stepOf(page)).toBeGreaterThan(3);
  await press("Enter");
  await expect(button(page, "Play")).toBeFocused();
  const reached = await stepOf(page);
  await press("ArrowLeft");
  await expect.poll(() => stepOf(page)).toBe(reached - 1);

  await tabTo(page, button(page, "Share"));
  await press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, page.getByLabel("link to this page as it is", { exact: true }));
  await linkReproduces(page);
  await press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(button(page, "Share")).toBeFocused();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a whole visit by touch alone", async ({ page }) => {
    await page.goto(begin);
    await untilSteps(page, 100);

    await button(page, "change the surface").tap();
    await page.getByRole("button", { name: "Himmelblau", exact: true }).tap();
    await expect(page).toHaveURL(/surface=himmelblau/);
    await expect(page.getByRole("heading", { name: "Himmelblau" })).toBeVisible();

    const start = await startOf(page);
    await tapAt(page.locator(".contour-map").first(), 0.7, 0.4);
    await expect.poll(() => startOf(page)).not.toEqual(start);
    await addressHasStart(page);

    await button(page, "+ add a run").tap();
    await page
      .getByRole("button", { name: /^RMSprop(?!, centered)/ })
      .last()
      .tap();
    await rmspropIsAdded(page);

    const rate = page.getByRole("slider", { name: "RMSprop: learning rate" });
    const before = await rateOf(page);
    await tapAt(rate, 0.3, 0.5);
    await expect.poll(() => rateOf(page)).not.toBe(before);
    await addressHasRate(page);

    if (await button(page, "Pause").isVisible()) await button(page, "Pause").tap();
    await button(page, "Play").tap();
    await expect.poll(() => stepOf(page)).toBeGreaterThan(3);
    await button(page, "Pause").tap();
    const reached = await stepOf(page);
    await button(page, "Step back").tap();
    await expect.poll(() => stepOf(page)).toBe(reached - 1);

    await button(page, "Share").tap();
    await expect(page.getByRole("dialog")).toBeVisible();
    await linkReproduces(page);
    await button(page, "close").tap();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

const button = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^${name.replace("+", "\\+")}$`, "i") });

/** Presses a key, as often as the page is long, until the focus is there. */
async function pressUntil(page: Page, key: string, wanted: Locator, most = 150): Promise<void> {
  const isThere = () => wanted.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < most; pressed++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  await expect(wanted, `${key} leads there`).toBeFocused({ timeout: 1 });
}

async function tabTo(page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(wanted).toBeVisible();
  await pressUntil(page, key, wanted);
}

async function tapAt(target: Locator, across: number, down: number): Promise<void> {
  const { width, height } = (await target.boundingBox())!;
  await target.tap({ position: { x: across * width, y: down * height } });
}

async function numberIn(page: Page, name: string): Promise<number> {
  const text = await page.getByRole("textbox", { name, exact: true }).inputValue();
  return Number(text.replace("−", "-"));
}

const startOf = async (page: Page): Promise<[number, number]> => [
  await numberIn(page, "start x"),
  await numberIn(page, "start y"),
];

const rateOf = (page: Page) => numberIn(page, "RMSprop: learning rate, value");

const stepOf = async (page: Page) =>
  Number(await page.getByRole("slider", { name: "step", exact: true }).inputValue());

/** The address comes to say the start that the page says, which the last of several keys may still change. */
const addressHasStart = (page: Page) =>
  expect(async () =>
    expect(page.url()).toMatch(new RegExp(`start=${(await startOf(page)).join(",")}(&|$)`)),
  ).toPass();

const addressHasRate = (page: Page) =>
  expect(async () => expect(page.url()).toContain(`rmsprop(lr=${await rateOf(page)})`)).toPass();

async function rmspropIsAdded(page: Page): Promise<void> {
  await expect(page).toHaveURL(/run=adam.*run=rmsprop/);
  await expect(page.locator(".run-card-name")).toHaveText([/Adam/, /RMSprop/]);
  await expect(page.locator(".contour-map")).toHaveCount(2);
}

/** The dialog's link, opened elsewhere, shows the same experiment at the same step. */
async function linkReproduces(page: Page): Promise<void> {
  const link = await page.getByLabel("link to this page as it is", { exact: true }).inputValue();
  const other = await page.context().newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "Himmelblau" })).toBeVisible();
  await rmspropIsAdded(other);
  expect(await startOf(other)).toEqual(await startOf(page));
  expect(await rateOf(other)).toBe(await rateOf(page));
  await expect.poll(() => stepOf(other)).toBe(await stepOf(page));
  await expect(other.locator(".lesson")).toHaveText(await page.locator(".lesson").innerText());
  await other.close();
  await page.bringToFront();
}
