import { expect, test } from "@playwright/test";
import { expectNothingToMend } from "./axe";

const views = {
  "the opening": "/#play=0&steps=100",
  "a square surface": "/#surface=himmelblau&run=momentum(lr=0.01)&run=adam(lr=0.1)",
  "eight runs, overlaid": `/#view=overlay&${Array(8).fill("run=adam(lr=0.3)").join("&")}`,
  "a network": "/#network=mnist-mlp&steps=1&backend=cpu",
};

for (const [view, link] of Object.entries(views))
  test(`axe finds nothing to mend on ${view}`, async ({ page }) => {
    await page.goto(link);
    await expect(page.locator(".lesson")).toContainText(/after [\d,]+ step|swings across/, {
      timeout: 30_000,
    });
    await expectNothingToMend(page);
  });

test("nothing overflows sideways, from 320 pixels on", async ({ page }) => {
  await page.goto("/#steps=60");
  await expect(page.locator(".lesson")).toContainText("after 60 steps");
  for (const [width, height] of [
    [1440, 900],
    [820, 1180],
    [360, 740],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
  }
});

test("with the focus on a long formula the arrow keys move it, and not the step", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/#surface=beale&step=40");
  const formula = page.locator(".objective-formula-long");
  await formula.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => formula.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  await expect(page.locator(".playback-position")).toContainText("40");
});
