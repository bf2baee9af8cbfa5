import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";
import type { RecordingJson } from "../src/experiment/recording-json";

test("a visitor has each run tuned: the same link gives the same rates, said with the budget, and one undo takes them back", async ({
  page,
}) => {
  const link = "/#surface=rosenbrock&run=momentum&run=adam&run=rprop&play=0&step=20";
  const found: string[][] = [];
  for (let visit = 0; visit < 2; visit++) {
    await page.goto("about:blank");
    await page.goto(link);
    const before = await ratesOf(page);
    await page.getByRole("button", { name: "tune each for me" }).click();
    const note = page.getByRole("status").filter({ hasText: "Each run tried 48 learning rates" });
    const rates = await settled(page, before);
    await expect(note).toContainText(`Momentum ${rates[0]}, Adam ${rates[1]}, Rprop ${rates[2]}`);
    await expect.poll(() => page.url()).toContain(`momentum(lr=${rates[0]})`);
    found.push(rates);
    if (visit) continue;
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => ratesOf(page)).toEqual(before);
    await expect(note).toHaveCount(0);
  }
  expect(found[1]).toEqual(found[0]);
});

test("keys that come faster than the page is drawn are each a step of the slider", async ({ page }) => {
  await page.goto("/#play=0&run=momentum(lr=0.015)");
  const slider = page.getByRole("slider", { name: "Momentum: learning rate" });
  const value = () => slider.inputValue().then(Number);
  const start = await value();
  await slider.evaluate((element) => {
    for (let press = 0; press < 3; press++)
      element.dispatchEvent(
        new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }),
      );
  });
  // The value is rounded: three hundredths of the track, and not one.
  await expect.poll(async () => Math.round((await value()) - start)).toBe(3);
});

test("a long sentence that gets shorter under a slider leaves the slider where it is", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const runs = [
    "sgd(lr=0.02)",
    "momentum",
    "nesterov",
    "rmsprop",
    "adam(lr=0.3)",
    "adagrad",
    "adamax",
    "lion",
  ];
  await page.goto(`/#view=overlay&play=0&${runs.map((run) => `run=${run}`).join("&")}`);
  const slider = page.getByRole("slider", { name: "Gradient descent: learning rate" });
  await slider.focus();
  const lesson = page.locator(".lesson");
  const height = async () => (await lesson.boundingBox())!.height;
  const place = async () => (await slider.boundingBox())!.y;
  const words = await lesson.innerText();
  const [before, at] = [await height(), await place()];
  await lesson.evaluate((element) => element.style.setProperty("font-size", "15px"));
  await slider.press("ArrowRight");
  await expect(lesson).not.toHaveText(words);
  expect(await height()).toBeGreaterThanOrEqual(before);
  expect(await place()).toBe(at);
});

test("a visitor gives all runs one rate, and takes it back in one step though a tuning came right before", async ({
  page,
}) => {
  await page.goto("/#run=momentum&run=adam&run=sgd(lr=0.01)&play=0&step=20");
  const before = await ratesOf(page);
  await page.getByRole("button", { name: "tune each for me" }).click();
  const tuned = await settled(page, before);
  await page.getByRole("button", { name: "same rate for all" }).click();
  await page.getByRole("textbox", { name: "learning rate of all runs" }).fill("0.02");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "give all runs 0.02" }).click();
  await expect.poll(() => ratesOf(page)).toEqual(["0.02", "0.02", "0.02"]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => ratesOf(page)).toEqual(tuned);
});

test("a run that is moved and renamed by keyboard keeps its colour, and so it is in the link", async ({
  page,
}) => {
  await page.goto("/#run=momentum&run=adam&run=sgd&play=0&step=20");
  const order = () =>
    page
      .locator(".run-card")
      .evaluateAll((cards) => cards.map((card) => `${card.getAttribute("data-run")} ${card.ariaLabel}`));
  await expect.poll(order).toEqual(["1 Momentum", "2 Adam", "3 Gradient descent"]);
  await page.getByRole("button", { name: /more: Gradient descent/ }).focus();
  await page.keyboard.press("Enter");
  const name = page.getByRole("textbox", { name: "name" });
  await name.focus();
  await name.fill("Plain & slow");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  for (const place of [1, 0]) {
    await expect(page.getByRole("button", { name: "move up" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await order()).indexOf("3 Plain & slow")).toBe(place);
  }
  await expect(page.getByRole("button", { name: "move down" })).toBeFocused();
  const colours = () =>
    page
      .locator(".run-card")
      .evaluateAll((cards) => cards.map((card) => getComputedStyle(card).getPropertyValue("--line")));
  const before = await colours();
  await expect.poll(() => page.url()).toContain("run=sgd&run=momentum&run=adam&numbers=3,1,2&label=1:Plain");
  await page.reload();
  await expect.poll(order).toEqual(["3 Plain & slow", "1 Momentum", "2 Adam"]);
  expect(await colours()).toEqual(before);
  await expect(page.locator(".lesson")).toContainText("Plain & slow");
  await expect(page.locator(".run-card").first()).toContainText("Gradient descent");
});

test("a card's result is what the trace tool's numbers say", async ({ page }) => {
  const hash = "surface=himmelblau&run=momentum(lr=0.01)&run=adam(lr=0.1)&run=sgd(lr=0.0001)&run=sgd(lr=0.5)";
  const recording = await traced(hash);
  await page.goto(`/#${hash}&backend=cpu&play=0&step=20`);
  const line = (run: number) => page.locator(".run-card-result").nth(run);
  const goal = recording.runs[0]!.loss[0]! / 100;
  for (const [run, { loss, theta, diverged }] of recording.runs.entries()) {
    await expect(line(run)).not.toBeEmpty();
    const words = await line(run).innerText();
    const step = loss.findIndex((value) => value <= goal);
    expect(words).toContain(step < 0 ? "not reached" : `by step ${step} `);
    expect(numberAfter("best", words)).toBeCloseTo(rounded(Math.min(...loss.filter(Number.isFinite))), 9);
    if (diverged) expect(words).toContain(`diverged at step ${diverged.step}`);
    else expect(numberAfter("path", words)).toBeCloseTo(rounded(lengthOf(theta!)), 9);
  }
  expect(recording.runs.map(({ diverged }) => diverged !== null)).toEqual([false, false, false, true]);
  // Another goal, and its first step.
  await page.getByRole("button", { name: /^goal: / }).click();
  await page.getByRole("textbox", { name: "goal: loss to be reached" }).fill("50");
  await page.keyboard.press("Enter");
  await expect(line(0)).toContainText(
    `loss 50 by step ${recording.runs[0]!.loss.findIndex((value) => value <= 50)} `,
  );
  await expect.poll(() => page.url()).toContain("goal=50");
});

test("playing begins anew while it loops, ends where it does not, and starts from 0 again", async ({
  page,
}) => {
  await page.goto("/#steps=30&play=0&step=25");
  const position = page.locator(".playback-position b");
  await page.locator("body").click({ position: { x: 5, y: 5 } });
  for (const key of [">", ">", ">"]) await page.keyboard.press(key);
  await expect(page.getByRole("combobox", { name: "speed" })).toHaveValue("8");
  for (let i = 0; i < 5; i++) await page.keyboard.press(">");
  await expect(page.getByRole("combobox", { name: "speed" })).toHaveValue("16");
  for (let i = 0; i < 9; i++) await page.keyboard.press("<");
  await expect(page.getByRole("combobox", { name: "speed" })).toHaveValue("0.25");
  for (let i = 0; i < 3; i++) await page.keyboard.press(">");
  await page.keyboard.press("l");
  await expect(page.getByRole("button", { name: "loop" })).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => page.url()).toContain("loop=1");
  await page.keyboard.press("Space");
  await expect(position).toHaveText("30");
  await expect.poll(async () => Number(await position.innerText())).toBeLessThan(20);
  await page.keyboard.press("L");
  await expect(page.getByRole("button", { name: "play", exact: true })).toBeVisible();
  await expect(position).toHaveText("30");
  await page.keyboard.press("ArrowLeft");
  await expect(position).toHaveText("29");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect.poll(async () => Number(await position.innerText())).toBeLessThan(25);
});

test("a visitor branches at the cursor: the way so far stays, the one left stays as a ghost, and undo joins them", async ({
  page,
}) => {
  await page.goto("/#run=momentum(lr=0.012)&run=sgd(lr=0.01)&play=0&step=40&backend=cpu");
  const readOut = page.locator(".playback-position b");
  await expect(readOut).toHaveText("40");
  await page.locator("body").click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("b");
  await expect(page.getByRole("status").filter({ hasText: "sliders act from 40 on" })).toBeVisible();
  const rate = page.getByRole("textbox", { name: "Momentum: learning rate, value" });
  await rate.fill("0.03");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.url()).toContain("run=momentum(lr=0.03,until=40(lr=0.012))&run=sgd");
  await expect(page.locator(".run-card").first()).toContainText("from step 40");
  const { runs } = await traced("run=momentum(lr=0.03,until=40(lr=0.012))&run=momentum(lr=0.012)");
  expect(runs[0]!.theta!.slice(0, 41)).toEqual(runs[1]!.theta!.slice(0, 41));
  expect(runs[0]!.theta![41]).not.toEqual(runs[1]!.theta![41]);
  await expect(page.locator(".run-card-result").first()).toContainText(
    `path ${rounded(lengthOf(runs[0]!.theta!)).toPrecision(3)}`,
  );
  await page.getByRole("button", { name: /^Undo/i }).click();
  await expect(page.locator(".run-card").first()).not.toContainText("from step 40");
  await expect(rate).toHaveValue("0.012");
});

for (const [width, height] of [
  [1440, 900],
  [360, 740],
] as const)
  test(`axe finds nothing to mend on tuned, renamed runs with their menus open, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/#play=0&step=30&label=1:Heavy%20ball&loop=1`);
    await page.getByRole("button", { name: "tune each for me" }).click();
    await expect(page.getByText("Each run tried 48 learning rates")).toBeVisible();
    await expectNothingToMend(page);
    for (const open of [/more: Heavy ball/, "same rate for all", /^goal: /]) {
      await page.getByRole("button", { name: open }).click();
      // What a panel covers in part is not there to be pressed.
      await expectNothingToMend(page, ".menu-panel");
      await page.keyboard.press("Escape");
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

/** The learning rates on the cards, in the order of the page. */
const ratesOf = async (page: Page): Promise<string[]> => {
  const fields = page.getByRole("textbox", { name: /: learning rate, value$/ });
  await expect(fields.first()).toBeVisible();
  return fields.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
};

/** The rates once they are no longer what they were. */
async function settled(page: Page, before: readonly string[]): Promise<string[]> {
  await expect.poll(() => ratesOf(page)).not.toEqual(before);
  return ratesOf(page);
}

/** What `npm run trace` prints for a link. */
async function traced(hash: string): Promise<RecordingJson> {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "trace", "--", hash], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as RecordingJson;
}

const lengthOf = (theta: readonly (readonly [number, number])[]) =>
  theta.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - theta[i]![0], y - theta[i]![1]), 0);

/** To the digits that the page prints. */
const rounded = (value: number) =>
  Number(value.toPrecision(Math.abs(value) < 1e-3 || Math.abs(value) >= 1e4 ? 2 : 3));

/** The number behind a word: 0.00243, 1.6·10⁻⁴. */
function numberAfter(word: string, text: string): number {
  const [, number = ""] = new RegExp(`${word} (\\S+)`).exec(text) ?? [];
  const digits = number.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign)));
  return Number(digits.replace("⁻", "-").replace("·10", "e").replace("−", "-"));
}

test("comparing one run's learning rates leaves what was changed of another", async ({ page }) => {
  await page.goto("/#view=overlay&run=sgd(lr=0.01)&run=adam(lr=0.1)&play=0");
  const adam = page.getByRole("textbox", { name: "Adam: learning rate, value" });
  await adam.fill("0.2");
  await adam.press("Enter");
  await page.getByRole("button", { name: /more: Gradient descent/ }).click();
  await page.getByRole("button", { name: "Compare learning rates" }).click();
  await expect(page.locator(".run-card")).toHaveCount(6);
  await expect(adam).toHaveValue("0.2");
});
