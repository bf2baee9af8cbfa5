import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";

const ravine = "run=momentum(lr=0.015)&run=rmsprop(lr=0.05)";
const inside = `/#${ravine}&view=inside&step=4`;

test("a visitor looks inside step 4 of momentum and sees what it sees and remembers", async ({ page }) => {
  await page.goto(`/#${ravine}&step=4`);
  await page.getByRole("button", { name: "inside the step" }).click();
  const momentum = page.getByRole("region", { name: "Momentum" });
  await expect(momentum).toContainText("step 4, from");
  expect(await linesOf(momentum)).toEqual([
    "the gradient seen now: g_4 = ∇f(θ_3) = (x, 50y) = (−8.25, −92.94)",
    "fading sum of the gradients: b_4 = μb_3 + g_4 = 0.9(−23.88, 42.25) + (−8.25, −92.94) = (−29.74, −54.91)",
    "the step: Δθ = −ηb_4 = −0.015(−29.74, −54.91) = (0.446, 0.824)",
    "the new point: θ_4 = θ_3 + Δθ = (−8.252, −1.859) + (0.446, 0.824) = (−7.806, −1.035)",
  ]);
  for (const [label, text] of [
    ["seen", "what it sees"],
    ["remembered", "what it remembers"],
    ["step", "the step"],
  ]) {
    await expect(momentum.locator(`[data-label="${label}"]`)).toHaveText(new RegExp(`${text}$`));
    await expect(momentum.locator(`[data-label="${label}"]`)).toBeVisible();
    await expect(momentum.locator(`[data-arrow="${label}"] .step-shaft`).first()).toHaveAttribute("d", /^M/);
  }
  // What is seen and what is remembered add up: the arrows are two sides of a parallelogram, the step its diagonal.
  const [from, step, seen, remembered] = await arrowsOf(momentum);
  for (const axis of [0, 1] as const)
    expect(seen![axis] + remembered![axis] - from![axis]).toBeCloseTo(step![axis], 0);
  const rmsprop = page.getByRole("region", { name: "RMSprop" });
  await expect(rmsprop.locator(".step-map > svg .step-ellipse")).toBeVisible();
  await expect(momentum.locator(".step-map > svg .step-ellipse")).toBeHidden();
  await expect(page.locator(".lesson")).toHaveText(
    /At step 4 Momentum adds what it remembers to what it sees.*RMSprop follows what it sees alone, at a rate 8.7 times/,
  );
  await expect(page).toHaveURL(/view=inside/);
});

test("stepping back and forth by the arrow keys fills in that step's numbers", async ({ page }) => {
  await page.goto(inside);
  const momentum = page.getByRole("region", { name: "Momentum" });
  await expect(momentum).toContainText("step 4, from");
  const fourth = await linesOf(momentum);
  await page.locator("body").press("ArrowLeft");
  await expect(momentum).toContainText("step 3, from");
  expect((await linesOf(momentum))[1]).toContain("= (−23.88, 42.25)");
  await page.locator("body").press("ArrowRight");
  await expect(momentum).toContainText("step 4, from");
  expect(await linesOf(momentum)).toEqual(fourth);
  await page.getByRole("button", { name: "Play" }).click();
  await expect(momentum).toContainText(/step \d\d+, from/);
});

test("both maps keep one scale, and stay where they are while the step is in sight", async ({ page }) => {
  await page.goto(inside);
  const ticks = page.locator(".step-map .contour-map-tick");
  await expect(ticks.first()).toBeVisible();
  const unitsOf = () =>
    page.locator(".step-map").evaluateAll((maps) =>
      maps.map((map) => {
        const [a, b] = [...map.querySelectorAll(".contour-map-tick")].map((tick) => ({
          value: Number(tick.textContent.replace("−", "-")),
          y: Number(/ ([\d.]+)\)/.exec(tick.parentElement!.getAttribute("transform")!)![1]),
        }));
        return (a!.y - b!.y) / (b!.value - a!.value);
      }),
    );
  const [left, right] = await unitsOf();
  expect(left).toBeCloseTo(right!, 6);
  const before = await page.locator(".step-map").nth(1).locator(".contour-map-relief").innerHTML();
  await page.locator("body").press("ArrowRight");
  await expect(page.getByRole("region", { name: "RMSprop" })).toContainText("step 5, from");
  expect(await page.locator(".step-map").nth(1).locator(".contour-map-relief").innerHTML()).toBe(before);
});

test("of eight runs a visitor chooses which two are looked into, and the link says so", async ({ page }) => {
  const optimizers = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "lion", "radam"];
  await page.goto(`/#${optimizers.map((id) => `run=${id}`).join("&")}&view=inside&step=9`);
  const choices = page.getByRole("combobox", { name: "run looked into" });
  await expect(choices).toHaveCount(2);
  await choices.nth(1).selectOption("Adam");
  await expect(page.getByRole("region", { name: "Adam" })).toContainText("step 9, from");
  await expect(page).toHaveURL(/view=inside&inside=1,6/);
  await choices.first().selectOption("Adam");
  await expect(page.getByRole("region")).toHaveCount(2);
  await expect(page).toHaveURL(/inside=6,1/);
  await page.getByRole("button", { name: "overlaid" }).click();
  await expect(page.locator(".contour-map")).toHaveCount(1);
});

test("a rule of the visitor's own, noise and modifiers are worked out too", async ({ page }) => {
  await page.goto(
    "/#surface=beale&noise=0.5&rule=mine:q=0.9*q%2Bg%3Btheta=theta-lr*q&run=mine(lr=0.01,clip=5)&view=inside&step=3",
  );
  const mine = page.getByRole("region", { name: "mine" });
  await expect(mine).toContainText("step 3, from");
  const lines = await linesOf(mine);
  expect(lines.map((line) => line.replace(/ = .*/, ""))).toEqual([
    "the gradient seen now, with its noise: g_3",
    "clip by value: g′_3",
    "a direction, remembered: q_3",
    "the step: Δθ",
    "the new point: θ_3",
  ]);
});

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const)
  test(`axe finds nothing to mend inside a step, ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/#run=momentum(lr=0.015)&run=adam(lr=0.3)&run=lion&view=inside&step=4`);
    await expect(page.locator(".derivation-row").first()).toBeVisible();
    await expect(page.locator(".step-map")).toHaveCount(2);
    await expectNothingToMend(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

/** The lines as they are heard. */
const linesOf = (run: ReturnType<Page["getByRole"]>) =>
  run.locator(".derivation-words-heard").allTextContents();

/** Where the step sets out, and the tips of the step and of what is seen and remembered, in pixels. */
async function arrowsOf(run: ReturnType<Page["getByRole"]>): Promise<[number, number][]> {
  const chain = await run.locator(".step-chain").getAttribute("d");
  const [seen, step, remembered] = chain!
    .slice(1)
    .split("L")
    .map((point) => point.split(",").map(Number));
  const shaft = await run.locator('.step-map [data-arrow="seen"] .step-shaft').getAttribute("d");
  const [begin] = shaft!
    .slice(1)
    .split("L")
    .map((point) => point.split(",").map(Number));
  // A shaft begins nine pixels from the point, towards its tip.
  const length = Math.hypot(seen![0]! - begin![0]!, seen![1]! - begin![1]!);
  const from = [0, 1].map((axis) => begin![axis]! - ((seen![axis]! - begin![axis]!) * 9) / length);
  return [from, step!, seen!, remembered!] as [number, number][];
}
