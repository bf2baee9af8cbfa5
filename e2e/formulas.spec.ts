import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";
import { badgeFacts, heardBy, listenToWorker, lossesOf, type Heard } from "./page";

test("a visitor types an optimizer and a surface, gets sliders, sees the walk on webgpu, reloads the link and sees the same", async ({
  page,
}) => {
  await listenToWorker(page);
  await page.goto("/#backend=webgpu&steps=80");
  await writeSurface(page, "x^4 - 3*x^2 + y^2");
  await expect(page.getByRole("heading", { name: "Your surface" })).toBeVisible();
  await openEditor(page);
  const rule = ruleField(page);
  await expect(rule).toBeFocused();
  await rule.press("ControlOrMeta+a");
  await rule.pressSequentially("theta = theta - lr * sign(g)");
  await expect(page.locator(".rule-math")).toContainText("sgn");
  await setRate(page, "Your rule", "0.05");
  await expect(page.getByRole("slider", { name: "Your rule: learning rate" })).toBeVisible();
  await expect(page.locator(".contour-map")).toHaveCount(1);
  await expect(page.locator(".rule-comparison tbody tr").first()).toContainText("Your rule");
  await expect(page.locator(".badge > button")).toContainText("WebGPU");
  expect(await badgeFacts(page)).toMatchObject({ Backend: "webgpu", Precision: "float32" });
  await expect(page).toHaveURL(/surface=custom&value=.*rule=Your%20rule:.*run=Your%20rule\(lr=0\.05\)/);

  await untilRecorded(
    page,
    ({ by, losses }) => by?.backend === "webgpu" && losses.length === 3 && areLong(losses, 81),
  );
  const before = recordingOf(await heardBy(page));
  expect(before.by).toMatchObject({ backend: "webgpu", precision: "float32" });
  expect(before.theta[2]!.slice(0, 40)).toEqual(closeTo(signSteps([3, 3], 0.05, 40)));

  await page.reload();
  await expect(page.locator(".contour-map")).toHaveCount(3);
  await expect(page.locator(".run-card").getByText("Your rule", { exact: true })).toBeVisible();
  await expect.poll(async () => recordingOf(await heardBy(page))).toEqual(before);
});

const unreadableRules = [
  ["nothing", "", "Line 1, column 1: a rule must assign theta"],
  ["a text without theta", "m = beta * m + g", "A rule must assign theta, as in: theta = theta - lr * g."],
  ["a division by zero", "theta = theta - g * (1/0)", "Line 1, column 23: 1 / 0 has no value."],
  ["window", "theta = theta - window * g", "Line 1, column 17: window is a reserved name."],
  [
    "constructor",
    "theta = theta - lr * g * constructor",
    "Line 1, column 26: constructor is a reserved name.",
  ],
  ["a name of WGSL", "m = g\ntheta = theta - vec3 * m", "Line 2, column 17: vec3 is a reserved name."],
  ["a name of JavaScript", "theta = theta - await * g", "Line 1, column 17: await is a reserved name."],
  [
    "10,000 brackets",
    `theta = ${"(".repeat(10_000)}g`,
    "Line 1, column 2001: a formula has at most 2,000 characters.",
  ],
  [
    "65 brackets within each other",
    `theta = ${"(".repeat(65)}g${")".repeat(65)}`,
    "nested more than 64 levels deep",
  ],
  [
    "an unknown function",
    "theta = theta - sqr(g)",
    "Line 1, column 17: unknown function sqr. Did you mean sqrt?",
  ],
] as const;

test("an unreadable rule says so at its place, and the last recording stays", async ({ page }) => {
  await listenToWorker(page);
  await page.goto("/#steps=40&backend=cpu");
  await openEditor(page);
  /** Writes a rule whose steps are a k-th long in each coordinate, and waits until such are recorded. */
  const walkBy = async (k: number) => {
    await ruleField(page).fill(`theta = theta - sign(g) / ${k}`);
    await untilRecorded(page, ({ theta: [, , own = []] }) => {
      const [[x0, y0] = [NaN, NaN], [x1, y1] = [NaN, NaN]] = own;
      return own.length === 41 && isNear(Math.abs(x1 - x0), 1 / k) && isNear(Math.abs(y1 - y0), 1 / k);
    });
  };
  await walkBy(1);
  for (const [k, [what, text, message]] of unreadableRules.entries())
    await test.step(what, async () => {
      const before = await recordedOf(page);
      await ruleField(page).fill(text);
      await expect(page.locator(".rule-field .code-field-error")).toContainText(message);
      await expect(ruleField(page)).toHaveAttribute("aria-invalid", "true");
      await expect(page.locator(".rule-stale")).toHaveCount(2);
      await expect(page.locator(".rule-math")).toContainText("sgn");
      expect(await recordedOf(page)).toEqual(before);
      // Nothing was begun in between: the next text that can be read is the next execution.
      await walkBy(k + 2);
      expect((await recordedOf(page)).started).toBe(before.started + 1);
    });
});

const unreadableSurfaces = [
  ["nothing", "", "Column 1: expected a number, a name or (."],
  ["a division by zero", "x^2 + 1/0", "Column 8: 1 / 0 has no value."],
  ["window", "x^2 + window", "Column 7: window is a reserved name."],
  ["constructor", "constructor", "Column 1: constructor is a reserved name."],
  ["10,000 brackets", "(".repeat(10_000), "Column 2001: a formula has at most 2,000 characters."],
  ["a name of WGSL", "x * vec3", "Column 5: vec3 is a reserved name."],
] as const;

test("an unreadable surface says so at its place, and the last picture stays", async ({ page }) => {
  await listenToWorker(page);
  await page.goto("/#steps=40&backend=cpu");
  await writeSurface(page, "x^2 + a * y^2");
  await expect(page.getByRole("slider", { name: "surface: a" })).toBeVisible();
  /** Writes a surface with a loss of 9 + 9 k at its start, and waits until that is recorded. */
  const walkOn = async (k: number) => {
    await surfaceField(page).fill(`x^2 + ${k} * y^2`);
    await untilRecorded(
      page,
      ({ losses: [first = []] }) => first.length === 41 && isNear(first[0]!, 9 + 9 * k),
    );
  };
  await walkOn(2);
  for (const [k, [what, text, message]] of unreadableSurfaces.entries())
    await test.step(what, async () => {
      const before = await recordedOf(page);
      await surfaceField(page).fill(text);
      await expect(page.locator(".surface-editor .code-field-error")).toContainText(message);
      expect(await recordedOf(page)).toEqual(before);
      await page.getByRole("button", { name: "done with the formula" }).click();
      await expect(surfaceField(page)).toHaveCount(0);
      await page.getByRole("button", { name: "edit the formula" }).click();
      await expect(surfaceField(page)).toHaveValue(text);
      await walkOn(k + 3);
      expect((await recordedOf(page)).started).toBe(before.started + 1);
    });
});

test("one press corrects a misspelt function; a draft is there again when the editor is opened again", async ({
  page,
}) => {
  await page.goto("/#steps=40");
  await openEditor(page);
  await ruleField(page).fill("theta = theta - lr * sqr(abs(g))");
  await page.getByRole("button", { name: "Surfaces" }).click();
  await expect(page.locator(".lesson")).toContainText("after 40 steps");
  await openEditor(page);
  await expect(ruleField(page)).toHaveValue("theta = theta - lr * sqr(abs(g))");
  await page.getByRole("button", { name: "sqrt", exact: true }).click();
  await expect(ruleField(page)).toHaveValue("theta = theta - lr * sqrt(abs(g))");
  await expect(page.locator(".code-field-error")).toHaveCount(0);
  await ruleField(page).press("Escape");
  await expect(ruleField(page)).toHaveValue("theta = theta - lr * sqrt(abs(g))");
});

test("a misspelt name is taken as a number, says so and is corrected at one press, in a rule and in a surface", async ({
  page,
}) => {
  await page.goto("/#steps=40&run=");
  await writeSurface(page, "X^2 + y^2 + X");
  const hint = page.locator(".code-field-hint");
  await expect(hint).toHaveText("X is taken as a number; did you mean x?");
  await expect(page.getByRole("slider", { name: "surface: X" })).toBeVisible();
  await page.getByRole("button", { name: "x", exact: true }).click();
  await expect(surfaceField(page)).toHaveValue("x^2 + y^2 + x");
  await expect(hint).toHaveCount(0);
  await openEditor(page);
  await ruleField(page).fill("m = 0.9 * m + g\ntheta = theta - lr * m * sign(tehta) - tehta");
  await expect(hint).toHaveText("tehta is taken as a number; did you mean theta?");
  await expect(ruleField(page)).toHaveAttribute("aria-invalid", "false");
  await expect(page.getByRole("slider", { name: "Your rule: tehta" })).toBeVisible();
  await expect(page.locator(".rule-math")).toContainText("tehta");
  await expectNothingToMend(page);
  await page.getByRole("button", { name: "中文" }).click();
  await expect(hint).toHaveText("tehta 被当作一个数；是否想写 theta？");
  await hint.getByRole("button", { name: "theta" }).click();
  await expect(page.locator(".rule-field textarea")).toHaveValue(
    "m = 0.9 * m + g\ntheta = theta - lr * m * sign(theta) - theta",
  );
  await expect(hint).toHaveCount(0);
});

test("several rules walk at once; each is named, opened, renamed and removed by itself", async ({ page }) => {
  await listenToWorker(page);
  await page.goto("/#steps=30&surface=custom&value=x^2+y^2&run=");
  await openEditor(page);
  await ruleField(page).fill("theta = theta - lr * sign(g)");
  await setRate(page, "Your rule", "0.1");
  await page.getByRole("button", { name: "+ new rule" }).click();
  await expect(ruleField(page)).toBeFocused();
  await ruleField(page).fill("m = beta * m + g\ntheta = theta - lr * m");
  const name = page.getByRole("textbox", { name: "name of the rule" });
  await name.fill("Your rule");
  await name.press("Enter");
  await expect(page.getByRole("alert")).toContainText("There is a rule called Your rule already");
  await name.fill("Heavy ball");
  await name.press("Enter");
  for (const word of ["learning rate", "memory"])
    await expect(page.getByRole("slider", { name: `Heavy ball: ${word}` })).toBeVisible();
  await untilRecorded(page, ({ losses, theta: [, ball = []] }) => {
    // A heavy ball's second step is longer than its first, as gradient descent's on a bowl never is.
    const [[x0] = [NaN], [x1] = [NaN], [x2] = [NaN]] = ball;
    return losses.length === 2 && areLong(losses, 31) && (x2 - x1) / (x1 - x0) > 1;
  });
  const { losses, theta } = recordingOf(await heardBy(page));
  expect(theta[0]!.slice(0, 20)).toEqual(closeTo(signSteps([3, 3], 0.1, 20, (x) => 2 * x)));
  expect(losses[1]!.at(-1)).toBeLessThan(losses[1]![0]! / 2);

  const tabs = page.getByRole("navigation", { name: "your rules" });
  await tabs.getByRole("button", { name: "Your rule", exact: true }).click();
  await expect(ruleField(page)).toHaveValue("theta = theta - lr * sign(g)");
  await page.getByRole("button", { name: "remove this rule" }).click();
  await expect(ruleField(page)).toHaveValue("theta = theta - lr * sign(g)");
  await page.getByRole("button", { name: "press again to remove Your rule and its run" }).click();
  await expect(ruleField(page)).toHaveValue("m = beta * m + g\ntheta = theta - lr * m");
  await expect.poll(async () => recordingOf(await heardBy(page)).losses).toEqual([losses[1]]);
});

test("a rule started from Adam walks as Adam; what stood there before is put back at one press", async ({
  page,
}) => {
  await listenToWorker(page);
  await page.goto("/#steps=60&run=adam(lr=0.3)");
  await openEditor(page);
  await ruleField(page).fill("theta = theta - lr * g # mine");
  await page.getByRole("group", { name: "start from" }).getByRole("button", { name: "Adam" }).click();
  await expect(page.getByText("started from Adam")).toBeVisible();
  await untilRecorded(
    page,
    ({ losses: [adam = [], mine = []] }) => adam.length === 61 && String(mine) === String(adam),
  );
  await page.getByRole("button", { name: "put my text back" }).click();
  await expect(ruleField(page)).toHaveValue("theta = theta - lr * g # mine");
  await page.getByRole("button", { name: "all rules to start from" }).click();
  await page.getByRole("button", { name: /^Adam, Keras/ }).click();
  await expect(ruleField(page)).toHaveValue(/alpha = lr \* sqrt/);
});

test("a registered surface is changed where it stands: its window, start and numbers stay", async ({
  page,
}) => {
  await page.goto("/#steps=40&surface=ravine(kappa=20)");
  await page.getByRole("button", { name: "edit the formula" }).click();
  await expect(surfaceField(page)).toBeFocused();
  await expect(surfaceField(page)).toHaveValue("(x^2 + kappa * y^2) / 2");
  await surfaceField(page).fill("(x^2 + kappa * y^4) / 2");
  await expect(page.getByRole("textbox", { name: "surface: kappa, value" })).toHaveValue("20");
  await expect(page.getByRole("textbox", { name: "window: x from" })).toHaveValue("-10");
  await expect(page.getByRole("textbox", { name: "start x" })).toHaveValue("-9");
  const to = page.getByRole("textbox", { name: "window: y to" });
  await to.fill("-20");
  await to.press("Enter");
  await expect(page.getByRole("alert")).toContainText("y must end above -4");
  await to.fill("3");
  await to.press("Enter");
  await expect(page).toHaveURL(/surface=custom\(kappa=20\)&value=.*domain=-10,10,-4,3/);
  await page.reload();
  await expect(page.getByRole("status", { name: "notices" })).toBeEmpty();
  await expect(page.locator(".objective-formula")).toContainText("y4");
});

test("a typed rule trains the network, number for number as the registered one that says the same", async ({
  page,
}) => {
  await listenToWorker(page);
  await page.goto("/#network=mnist-mlp&steps=20&backend=cpu&run=momentum(lr=0.02,momentum=0.8)");
  await openEditor(page);
  await ruleField(page).fill("b = momentum * b + g\ntheta = theta - lr * b");
  await setRate(page, "Your rule", "0.02");
  const momentum = page.getByRole("textbox", { name: "Your rule: momentum, value" });
  await momentum.fill("0.8");
  await momentum.press("Enter");
  await expect(page.locator(".lesson")).toContainText("Your rule");
  await untilRecorded(
    page,
    ({ losses: [registered = [], mine = []] }) =>
      mine.length === 21 && mine.every((loss, step) => isNear(loss, registered[step]!)),
  );
  const [, mine] = recordingOf(await heardBy(page)).losses;
  expect(mine!.at(-1)).toBeLessThan(mine![0]!);
});

test(`axe finds nothing to mend where formulas are written`, async ({ page }) => {
  await page.goto(`/#steps=40`);
  await writeSurface(page, "a * x^2 + y^2");
  await expectNothingToMend(page);
  await surfaceField(page).fill("a * x^2 + sqr(y)");
  await expectNothingToMend(page);
  await openEditor(page);
  await page.getByRole("group", { name: "start from" }).getByRole("button", { name: "Adam" }).click();
  await page.getByRole("button", { name: "+ new rule" }).click();
  await expectNothingToMend(page);
  await ruleField(page).fill("m = sqr(g)\ntheta = theta - lr * m");
  await expect(page.locator(".code-field-error")).toBeVisible();
  await expectNothingToMend(page);
});

for (const [width, height] of [
  [1440, 900],
  [820, 1180],
  [360, 740],
  [320, 640],
] as const)
  test(`nothing overflows sideways where formulas are written, at ${width} x ${height}`, async ({ page }) => {
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await page.setViewportSize({ width, height });
    await page.goto("/#steps=40&surface=goldstein-price");
    await page.getByRole("button", { name: "edit the formula" }).click();
    await surfaceField(page).press("End");
    await surfaceField(page).pressSequentially(" + a");
    await expect(page.getByRole("slider", { name: "surface: a" })).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await openEditor(page);
    await page.getByRole("button", { name: "all rules to start from" }).click();
    await page
      .getByRole("button", { name: /^AMSGrad/ })
      .first()
      .click();
    await expect(page.locator(".rule-math math")).toBeVisible();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

/** To the third place of the page, by the row of places or, on a phone, by their menu. */
async function openEditor(page: Page) {
  const places = page.getByRole("navigation", { name: "places" });
  await expect(places).toBeVisible();
  const menu = places.locator(".menu-button");
  if (await menu.isVisible()) await menu.click();
  await places.getByRole("button", { name: "Your optimizer" }).last().click();
  await expect(ruleField(page)).toBeVisible();
}

const ruleField = (page: Page) => page.getByRole("textbox", { name: /^update rule of/ });
const surfaceField = (page: Page) => page.getByRole("textbox", { name: "the surface's formula, in x and y" });

/** Chooses a surface of one's own and types its formula. */
async function writeSurface(page: Page, formula: string) {
  await page.getByRole("button", { name: "change the surface" }).click();
  await page.getByRole("button", { name: /^your own formula/ }).click();
  await expect(surfaceField(page)).toBeFocused();
  await surfaceField(page).fill(formula);
}

async function setRate(page: Page, run: string, rate: string) {
  const field = page.getByRole("textbox", { name: `${run}: learning rate, value` });
  await field.fill(rate);
  await field.press("Enter");
}

/** Waits until the last recording is one that is expected. */
const untilRecorded = (page: Page, isExpected: (recording: ReturnType<typeof recordingOf>) => boolean) =>
  expect.poll(async () => isExpected(recordingOf(await heardBy(page)))).toBe(true);

const areLong = (losses: readonly number[][], frames: number) =>
  losses.every(({ length }) => length === frames);

const isNear = (value: number, expected: number) => Math.abs(value - expected) < 1e-4;

/** What would change if something else were computed or drawn. */
async function recordedOf(page: Page) {
  const heard = await heardBy(page);
  return {
    started: heard.filter(({ type }) => type === "started").length,
    losses: recordingOf(heard).losses,
    maps: await page.locator(".contour-map").count(),
  };
}

/** The last recording heard: who computed it, the losses and the iterates of each run. */
function recordingOf(heard: readonly Heard[]) {
  const last = heard.findLastIndex(({ type }) => type === "started");
  const frames = heard.slice(last).filter(({ batch }) => batch);
  const theta: [number, number][][] = [];
  for (const { batch } of frames)
    for (let run = 0; run < (batch?.theta ? batch.runs : 0); run++) {
      const path = (theta[run] ??= []);
      for (let k = 0; k < batch!.count; k++) {
        const at = 2 * (run * batch!.count + k);
        path.push([batch!.theta![at]!, batch!.theta![at + 1]!]);
      }
    }
  return { by: heard[last]?.computedBy, losses: lossesOf(frames), theta };
}

/** The first points of a walk by the sign of the gradient, of x^4 - 3 x^2 + y^2 unless another slope along x is given. */
function signSteps(
  start: readonly [number, number],
  rate: number,
  count: number,
  slope = (x: number) => 4 * x ** 3 - 6 * x,
) {
  const points = [start];
  while (points.length < count) {
    const [x, y] = points.at(-1)!;
    points.push([x - rate * Math.sign(slope(x)), y - rate * Math.sign(2 * y)]);
  }
  return points;
}

/** The same numbers, but for the rounding of single precision. */
const closeTo = (values: readonly (number | readonly number[])[]): unknown[] =>
  values.map((value) => (typeof value === "number" ? (expect.closeTo(value, 4) as unknown) : closeTo(value)));
