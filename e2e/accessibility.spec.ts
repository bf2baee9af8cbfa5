import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const views = {
  "the opening": "/#play=0&steps=100&theme=",
  "a square surface": "/#surface=himmelblau&run=momentum(lr=0.01)&run=adam(lr=0.1)&theme=",
  "eight runs, overlaid": `/#view=overlay&${Array(8).fill("run=adam(lr=0.3)").join("&")}&theme=`,
  "a network": "/#network=mnist-mlp&steps=1&backend=cpu&theme=",
};

for (const [view, link] of Object.entries(views))
  for (const theme of ["light", "dark"])
    test(`axe finds nothing to mend on ${view}, ${theme}`, async ({ page }) => {
      await page.goto(link + theme);
      await expect(page.locator(".lesson")).toContainText(/after [\d,]+ step|swings across/, {
        timeout: 30_000,
      });
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
        [],
      );
    });

for (const [width, height] of [
  [1440, 900],
  [820, 1180],
  [360, 740],
  [320, 640],
] as const)
  test(`nothing overflows sideways at ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("/#steps=60");
    await expect(page.locator(".lesson")).toContainText("after 60 steps");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
