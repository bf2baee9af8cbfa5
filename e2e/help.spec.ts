import { expect, test, type Locator } from "@playwright/test";
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

test("a slider says what another value would end in; a double click gives the usual value, which can be taken back", async ({
  page,
}) => {
  await page.goto("/#surface=beale&run=momentum(lr=0.004)");
  const slider = page.getByRole("slider", { name: "Momentum: learning rate" });
  await expect(slider).toHaveAttribute("aria-valuetext", "0.004");
  const readout = page.locator(".slider-readout").first();
  await slider.hover({ position: { x: 20, y: 13 } });
  await expect(readout).toHaveText(/^\S+ ends near \S+0\.004\d* ends near \S+$/, { useInnerText: false });
  await expect(slider).toHaveAttribute("aria-valuetext", "0.004");
  await page.mouse.move(5, 5);
  await expect(readout).toBeHidden();
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(readout).toBeVisible();
  await slider.dblclick();
  await expect(slider).toHaveAttribute("aria-valuetext", "0.005");
  await page.keyboard.press("Control+z");
  await expect(slider).not.toHaveAttribute("aria-valuetext", "0.005");
});

test("on paper stand the figure and its sentence, and nothing that is pressed; a dark page is light there", async ({
  page,
}) => {
  await page.goto("/#step=40&theme=dark");
  await expect(page.getByRole("slider", { name: "Momentum: learning rate" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".lesson")).toBeVisible();
  await expect(page.locator(".contour-map").first()).toBeVisible();
  for (const part of [".header", ".playback", ".charts-bar", ".compare"])
    await expect(page.locator(part)).toBeHidden();
  const path = page.locator(".contour-map canvas").first();
  await expect.poll(() => pixelsOf(path, lightBlue)).toBeGreaterThan(100);
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => pixelsOf(path, lightBlue)).toBe(0);
});

/** The first run's line where the page is light. */
const lightBlue = [0, 0x59, 0x9c];

/** Pixels of exactly this colour on a canvas. */
const pixelsOf = (canvas: Locator, colour: readonly number[]) =>
  canvas.evaluate((canvas, colour) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
    let pixels = 0;
    for (let i = 0; i < data.length; i += 4)
      if (data[i + 3] === 255 && colour.every((value, k) => data[i + k] === value)) pixels++;
    return pixels;
  }, colour);
