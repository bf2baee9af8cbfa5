import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";
import { serveHosts } from "./hosts/serve";

test("the link that is copied shows the same experiment, at the same step", async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: baseURL! });
  await page.goto("/#surface=beale&run=adam(lr=0.1)&run=lion&step=12");
  await openShare(page);
  await page.getByRole("button", { name: "Copy: link to this page as it is" }).click();
  await expect(page.getByRole("dialog")).toContainText("Copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator(".playback-position")).toContainText("12");
  await expect(other.locator(".run-card-name")).toHaveText([/Adam/, /Lion/]);
});

test("where the clipboard is refused the text is selected, and the page says so", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new Error("refused")) },
    }),
  );
  await page.goto("/#step=24");
  await openShare(page);
  await page.getByRole("button", { name: "Copy: embed code" }).click();
  await expect(page.getByRole("dialog")).toContainText("Ctrl+C");
  const code = page.getByLabel("embed code", { exact: true });
  await expect
    .poll(() =>
      code.evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      ),
    )
    .toContain("<iframe src=");
});

test("what is left out by ticking is left out of the code and of the preview", async ({ page }) => {
  await page.goto("/#step=24");
  await openShare(page);
  const preview = page.frameLocator(".share-preview");
  await expect(preview.locator(".lane-rule")).toHaveCount(2);
  await page.getByRole("checkbox", { name: "update rules" }).check();
  await page.getByRole("checkbox", { name: "playback" }).check();
  await expect(page.getByLabel("embed code", { exact: true })).toHaveValue(/hide=rules,playback/);
  await expect(preview.locator(".lane-caption")).toHaveCount(2);
  await expect(preview.locator(".lane-rule, .playback")).toHaveCount(0);
  // The preview tells its height, and the code takes it.
  const height = await page.locator(".share-preview").getAttribute("height");
  await expect(page.getByLabel("embed code", { exact: true })).toHaveValue(new RegExp(`height="${height}"`));
});

test("the code that is offered runs in a page of another site", async ({ page, context, baseURL }) => {
  const hosts = await serveHosts(baseURL!);
  await page.goto("/#surface=beale&run=adam(lr=0.1)&run=lion&step=12");
  await openShare(page);
  for (const kind of ["HTML", "Moodle, Canvas", "<ravine-lab>"]) {
    await page.getByRole("button", { name: kind, exact: true }).click();
    const code = await page.getByLabel("embed code", { exact: true }).inputValue();
    const other = await context.newPage();
    await other.goto(hosts.address("empty"));
    await other.setContent(`<!doctype html><title>A course</title>${code}`);
    await expect(other.frameLocator("iframe").locator(".lane-caption b")).toHaveText(["Adam", "Lion"]);
    await expect(other.frameLocator("iframe").locator(".playback-position")).toContainText("12");
    await other.close();
  }
  hosts.close();
});

test("closed by Escape, the focus is where it was", async ({ page }) => {
  await page.goto("/#step=24");
  await openShare(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
});

for (const width of [1440, 360])
  test(`axe finds nothing to mend in the dialog, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/#step=24");
    await openShare(page);
    // A frame that is not seen sleeps.
    await page.locator(".share-preview").scrollIntoViewIfNeeded();
    await expect(page.frameLocator(".share-preview").locator(".frame-rate")).toHaveCount(2);
    await expectNothingToMend(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

async function openShare(page: Page) {
  await expect(page.locator(".lesson")).toContainText(/after [\d,]+ step|swings across/);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}
