import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";
import { untilSteps } from "./page";

const link = "/#steps=200&run=momentum(lr=0.015)&run=rmsprop(lr=0.05)";

test("smoothing draws a second line a run, the recorded one faint behind it", async ({ page }) => {
  await visit(page);
  const loss = page.locator(".charts-panel").first();
  await expect(loss.locator(".charts-past path")).toHaveCount(2);
  await expect(loss.locator(".charts-raw path")).toHaveCount(0);
  const recorded = await loss.locator(".charts-past path").first().getAttribute("d");
  await page
    .getByRole("group", { name: /smooth/ })
    .getByRole("button", { name: "10", exact: true })
    .click();
  await expect(loss.locator(".charts-past path")).toHaveCount(2);
  await expect(loss.locator(".charts-raw path")).toHaveCount(2);
  await expect(loss.locator(".charts-raw path").first()).toHaveAttribute("d", recorded!);
  await expect(loss.locator(".charts-past path").first()).not.toHaveAttribute("d", recorded!);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("smooth=10");
  await page
    .getByRole("group", { name: /smooth/ })
    .getByRole("button", { name: "off" })
    .click();
  await expect(loss.locator(".charts-raw path")).toHaveCount(0);
});

test("a chart's title is explained at a press of it, which moves no cursor", async ({ page }) => {
  await page.goto("/#step=50");
  const title = page.getByRole("button", { name: "Gradient norm" });
  await title.click();
  await expect(page.locator(".explain-text").filter({ visible: true })).toContainText("partial derivatives");
  await expect(page.getByRole("slider", { name: "step", exact: true })).toHaveValue("50");
});

test("a drag with Shift zooms to the steps it covers, without moving the cursor; a button shows all again", async ({
  page,
}) => {
  await visit(page);
  const steps = page.locator(".charts-axis text");
  await expect(page.locator(".charts-cursor text")).toHaveText("200");
  const whole = await lossPath(page);
  const box = (await page.locator(".charts-press").first().boundingBox())!;
  await page.keyboard.down("Shift");
  await drag(page, box, 0.25, 0.75);
  await page.keyboard.up("Shift");
  await expect(page.getByRole("textbox", { name: "from step" })).toHaveValue("50");
  await expect(page.getByRole("textbox", { name: "to", exact: true })).toHaveValue("150");
  await expect(page.locator(".charts-cursor text")).toHaveText("200");
  await expect(steps.getByText("200")).toBeHidden();
  expect(await lossPath(page)).not.toBe(whole);

  await page.getByRole("button", { name: "all steps" }).click();
  await expect(page.getByRole("textbox", { name: "to", exact: true })).toHaveValue("200");
  await page.locator(".charts-bar").getByRole("button", { name: "zoom" }).click();
  await expect.poll(() => lossPath(page)).toBe(whole);
  await drag(page, box, 0.25, 0.5);
  await expect(page.locator(".charts-cursor text")).toHaveText("100");
});

test("the steps shown are typed by keyboard alone, and moved along the strip by hand", async ({ page }) => {
  await visit(page);
  const zoom = page.locator(".charts-bar").getByRole("button", { name: "zoom" });
  await zoom.focus();
  await page.keyboard.press("Enter");
  const from = page.getByRole("textbox", { name: "from step" });
  const to = page.getByRole("textbox", { name: "to", exact: true });
  await to.focus();
  await page.keyboard.type("100");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("span=0,100");
  await from.fill("99");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("at least two before the last");
  await page.keyboard.press("Escape");

  const strip = page.locator(".charts-strip svg");
  const before = (await strip.boundingBox())!;
  await drag(page, before, 0.25, 0.9);
  await expect(from).toHaveValue("100");
  await expect(to).toHaveValue("200");
  // Fields that grew with their numbers would push it from under the hand.
  expect(await strip.boundingBox()).toEqual(before);
  await zoom.click();
  await expect(from).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain("span");
});

test("a run shown alone on its card is alone in every chart, and in the table", async ({ page }) => {
  await visit(page);
  await page.getByRole("button", { name: "Show alone: RMSprop" }).click();
  for (const panel of await page.locator(".charts-panel").all())
    await expect(panel.locator('.charts-past path:not([data-run="2"])')).toHaveCount(0);
  await expect(page.locator(".charts-panel").first().locator(".charts-past path")).toHaveCount(1);
  await table(page).click();
  await expect(page.getByRole("table", { name: /^Loss/ }).getByRole("columnheader")).toHaveText([
    "step",
    /RMSprop/,
  ]);
  await page.getByRole("button", { name: "Show alone: RMSprop" }).click();
  await expect(page.getByRole("table", { name: /^Loss/ }).getByRole("columnheader")).toHaveCount(3);
});

test("the table has the numbers that were recorded, smoothed or not, and the cursor's step", async ({
  page,
}) => {
  await visit(page);
  await page
    .getByRole("group", { name: /smooth/ })
    .getByRole("button", { name: "100" })
    .click();
  await table(page).click();
  await expect(page.getByRole("table")).toHaveCount(5);
  const losses = page.getByRole("table", { name: /^Loss/ });
  // f = (81 + 50 * 4) / 2 at the start (-9, 2), and (9, -100) is the gradient's negative there.
  await expect(rowOf(page, /^Loss/, "0").getByRole("cell")).toHaveText(["140.5", "140.5"]);
  await expect(rowOf(page, /^Gradient/, "0").getByRole("cell")).toHaveText(["100.40", "100.40"]);
  await expect(rowOf(page, /^To nearest/, "0").getByRole("cell")).toHaveText(["9.2195", "9.2195"]);
  // Momentum's first step is lr times the gradient.
  await expect(rowOf(page, /^Step/, "0").getByRole("cell")).toHaveText(["", ""]);
  const last = await losses.getByRole("row").last().getByRole("cell").allInnerTexts();
  await expect(losses.locator(".charts-table-cursor td")).toHaveText(last);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(losses.locator(".charts-table-cursor th")).toHaveText(/cursor\s+1$/);
  await expect(page.getByRole("table", { name: /^Step/ }).locator(".charts-table-cursor td").first()).toHaveText("1.5061"); // prettier-ignore
  await page.getByRole("region", { name: /tables/ }).focus();
  await page.keyboard.press("PageDown");
  await expect.poll(() => page.locator(".charts-tables").evaluate((region) => region.scrollTop)).toBeGreaterThan(100); // prettier-ignore
});

test("tables of eight runs are scrolled sideways by the arrow keys, which leave the cursor alone", async ({
  page,
}) => {
  await page.goto(`/#view=overlay&steps=50&${Array(8).fill("run=adam(lr=0.3)").join("&")}`);
  await untilSteps(page, 50);
  await table(page).click();
  const tables = page.getByRole("region", { name: /tables/ });
  await tables.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => tables.evaluate((region) => region.scrollLeft)).toBeGreaterThan(20);
  await expect(page.locator(".charts-table-cursor th").first()).toHaveText(/cursor\s+50$/);
});

test(`axe finds nothing to mend in the tables, zoomed and smoothed`, async ({ page }) => {
  await visit(page, "&smooth=10&span=20,120");
  await table(page).click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await expectNothingToMend(page);
});

async function visit(page: Page, looks = "") {
  await page.goto(link + looks);
  await untilSteps(page, 200);
  await expect(page.locator(".charts-panel")).toHaveCount(5);
}

const table = (page: Page) => page.locator(".charts-bar").getByRole("button", { name: "table" });

const lossPath = (page: Page) => page.locator(".charts-past path").first().getAttribute("d");

const rowOf = (page: Page, title: RegExp, step: string) =>
  page
    .getByRole("table", { name: title })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: step, exact: true }) });

async function drag(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
  from: number,
  to: number,
) {
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.5 * (from + to) * box.width, y);
  await page.mouse.move(box.x + to * box.width, y);
  await page.mouse.up();
}
