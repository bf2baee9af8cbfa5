import { expect, test } from "@playwright/test";

const pictures = {
  "side-by-side": "#steps=100&step=40",
  overlaid: "#surface=rosenbrock&view=overlay&steps=100&step=60&run=momentum(lr=0.0005)&run=adam(lr=0.1)",
  zoomed:
    "#surface=rastrigin&window=-2.5,2.5,-2.5,2.5&steps=100&step=50&run=momentum(lr=0.005)&run=adam(lr=0.1)",
  diverged: "#steps=100&step=12&run=sgd(lr=0.05)",
};

/** Letters are drawn by each machine's own fonts: only what is not text is compared. */
const withoutText = `
  *, *::before, *::after { color: transparent !important; text-shadow: none !important; caret-color: transparent !important; }
  svg text { visibility: hidden !important; }
  .stage .run-card, .stage .run-line { visibility: hidden !important; }
`;

test.use({ colorScheme: "light", deviceScaleFactor: 1, contextOptions: { reducedMotion: "reduce" } });

for (const [name, link] of Object.entries(pictures))
  test(`the stage looks as it did: ${name}`, async ({ page }) => {
    await page.goto(`/${link}&theme=light`);
    await expect(page.locator(".lesson")).toContainText(/after \d+ step|swings across|diverged/);
    await expect(page.getByRole("group", { name: "zoom", exact: true })).toBeVisible();
    await page.addStyleTag({ content: withoutText });
    // The maps alone: captions are as tall as a machine's fonts make them.
    for (const [index, map] of (await page.locator(".stage .contour-map").all()).entries())
      await expect(map).toHaveScreenshot(`${name}-${index + 1}.png`, {
        animations: "disabled",
        maxDiffPixelRatio: 0.02,
        threshold: 0.1,
      });
  });
