import { expect, test } from "@playwright/test";
import { expectNothingToMend } from "./axe";

test(`the key ? shows all keys, Escape puts them away; axe finds nothing to mend there`, async ({ page }) => {
  await page.goto(`/#play=0`);
  await page.getByRole("slider", { name: "Momentum: learning rate" }).focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await expect(dialog).toContainText("play, pause");
  await expectNothingToMend(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("slider", { name: "Momentum: learning rate" })).toBeFocused();
});

test("a double click on a slider gives the usual value, which can be taken back", async ({ page }) => {
  await page.goto("/#surface=beale&run=momentum(lr=0.004)");
  const slider = page.getByRole("slider", { name: "Momentum: learning rate" });
  await expect(slider).toHaveAttribute("aria-valuetext", "0.004");
  await slider.dblclick();
  await expect(slider).toHaveAttribute("aria-valuetext", "0.005");
  await page.keyboard.press("Control+z");
  await expect(slider).not.toHaveAttribute("aria-valuetext", "0.005");
});

test("on paper stand the figure and its sentence, and nothing that is pressed", async ({ page }) => {
  await page.goto("/#step=40");
  await expect(page.getByRole("slider", { name: "Momentum: learning rate" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".lesson")).toBeVisible();
  await expect(page.locator(".contour-map").first()).toBeVisible();
  for (const part of [".header", ".playback", ".charts-bar", ".compare"])
    await expect(page.locator(part)).toBeHidden();
});
