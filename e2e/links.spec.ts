import { expect, test } from "@playwright/test";

for (const [hash, words] of [
  ["run=walker(lr=1)", 'unknown optimizer: "walker"'],
  ["run=momentum(lr=NaN)", 'lr must be a number, not "NaN"'],
  ["start=1", "start needs two numbers"],
  ["run=adam(__proto__=1)", 'adam has no hyperparameter "__proto__"'],
  ["colour=red", "colour is not known"],
] as const)
  test(`#${hash} comes up with a picture and says: ${words}`, async ({ page }) => {
    await page.goto(`/#${hash}`);
    await expect(page.getByRole("status", { name: "notices" })).toContainText(words);
    await expect(page.locator(".lesson")).toContainText(/after 100 steps|swings across/);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("status", { name: "notices" })).toBeEmpty();
  });

test("a link of 50,000 characters comes up as the opening and says why", async ({ page }) => {
  await page.goto(`/#${"x".repeat(50_000)}`);
  await expect(page.getByRole("status", { name: "notices" })).toContainText("the link has 50000 characters");
  await expect(page.locator(".lesson")).toContainText("swings across the ravine");
});
