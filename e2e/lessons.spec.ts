import { expect, test } from "@playwright/test";

test("a visitor opens a lesson, changes it, and takes the change back", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "lessons" }).click();
  await page.getByRole("button", { name: "Too large a step" }).click();
  const lesson = page.locator(".lesson");
  await expect(lesson).toContainText("bears no rate above 2/κ = 0.04");
  await expect(page.locator("main")).toContainText("diverged at step 59");
  await expect(page).toHaveURL(/run=sgd\(lr=0.039\)&run=sgd\(lr=0.045\)/);

  // Once a number is another, the written sentence is no longer true.
  await page
    .getByRole("textbox", { name: "Gradient descent η\u00a00.045: learning rate, value" })
    .fill("0.02");
  await page.keyboard.press("Enter");
  await expect(lesson).toContainText("Loss after 100 steps");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lesson).toContainText("bears no rate above");
  await page.locator("body").press("Control+Shift+z");
  await expect(lesson).toContainText("Loss after 100 steps");
  // Going back leaves what the address says now.
  await expect(page).toHaveURL(/run=sgd\(lr=0.02\)/);
  await page.goBack();
  await expect(lesson).toContainText("bears no rate above");
});
