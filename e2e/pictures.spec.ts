import { expect, test } from "@playwright/test";

// Neither the machine's fonts nor its pixel ratio, wishes or clock are to be seen.
test.use({
  viewport: { width: 420, height: 420 },
  deviceScaleFactor: 1,
  colorScheme: "light",
  contextOptions: { reducedMotion: "reduce" },
  // The page's own content policy allows no style but its files'.
  bypassCSP: true,
});

/** What fixes a picture: nothing but the stage, computed by float64, its cursor at rest. */
const stage = "embed=1&hide=rules,charts,controls,playback&backend=cpu&theme=light&lang=en";

const specs = {
  // A run that diverged, one that left the window, and one that stays on it.
  overlaid:
    "surface=ravine&view=overlay&steps=60&step=40&run=momentum(lr=0.015)&run=sgd(lr=0.042)&run=sgd(lr=0.2)&run=adam(lr=0.3)",
  "side-by-side": "surface=himmelblau&view=split&steps=60&step=45&run=momentum(lr=0.01)&run=adam(lr=0.3)",
  zoomed:
    "surface=rosenbrock&view=overlay&steps=200&step=120&window=-1.5,0.5,-0.25,1.25&start=-1.2,1&run=momentum(lr=0.001)&run=rmsprop(lr=0.02)",
  saddle:
    "surface=saddle&view=overlay&steps=80&step=70&start=1.5,0.000001&run=sgd(lr=0.05)&run=momentum(lr=0.05)&run=adam(lr=0.05)",
};

/** Colours nearer than this are the same, and so few pixels are none; a line a pixel wider or a step less are many more. */
const limits = { threshold: 0.06, maxDiffPixels: 40 };

/** Takes away all that is written, and what is as high as its words are. */
const wordless = `
  .stage text, .stage tspan { visibility: hidden !important; }
  .lane-caption, .zoom, .embed-foot, .progress { display: none !important; }
`;

test("the stage of four specs is drawn to the pixel as it was", async ({ page }) => {
  await page.addInitScript(() => {
    CanvasRenderingContext2D.prototype.fillText = () => undefined;
    CanvasRenderingContext2D.prototype.strokeText = () => undefined;
  });
  for (const [name, spec] of Object.entries(specs)) {
    await page.goto("about:blank");
    await page.goto(`/#${stage}&${spec}`);
    await page.addStyleTag({ content: wordless });
    await expect.soft(page.locator(".stage-maps")).toHaveScreenshot(`${name}.png`, limits);
  }
});
