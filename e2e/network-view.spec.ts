import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";
import { heardBy, listenToWorker, lossesOf, untilSteps } from "./page";

const six = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop(lr=0.001)", "adam"];
const names = ["Gradient descent", "Momentum", "Nesterov", "AdaGrad", "RMSprop", "Adam"];
const link = (backend: string, runs = six) =>
  `/#network=mnist-mlp&steps=100&backend=${backend}&play=0&${runs.map((run) => `run=${run}`).join("&")}`;

test("six optimizers train on WebGPU: each has its curves, its weights are images, and scrubbed back to step 20 the pictures are those of step 20", async ({
  page,
}) => {
  await listenToWorker(page);
  await page.goto(link("webgpu"));
  await untilSteps(page, 100, 80_000);
  const heard = await heardBy(page);
  expect(heard.find(({ type }) => type === "started")?.computedBy?.backend).toBe("webgpu");
  expect(lossesOf(heard).map((losses) => losses.length)).toEqual(Array(6).fill(101));

  await seek(page, 100);
  for (const chart of ["loss", "accuracy"] as const)
    for (const [i, pixels] of (await inkOfRuns(page, chart)).entries())
      expect(pixels, `pixels of ${names[i]} in the chart of its ${chart}`).toBeGreaterThan(20);
  await expect(page.locator(".network-labels").first().locator("text:visible")).toHaveText(
    names.map((name) => new RegExp(`^${name}\\d?`)),
  );
  const atEnd = await picturesOf(page);
  expect(atEnd).toHaveLength(6);
  for (const picture of atEnd) expect(picture.colours).toBeGreaterThan(100);
  expect(new Set(atEnd.map(({ data }) => data)).size).toBe(6);

  await seek(page, 20);
  await expect(page.locator(".network-charts .charts-figure")).toHaveAttribute("aria-label", /at step 20\b/);
  const at20 = await picturesOf(page);
  at20.forEach(({ data }, i) => expect(data, names[i]!).not.toBe(atEnd[i]!.data));
  // One picture is that of the parameters heard for step 20, weight for weight.
  expect(await signsOfFirstUnit(page, 5)).toBeGreaterThan(0.95);
  await expect(page.locator(".network-plate canvas")).toHaveAttribute("aria-label", /at step 20\b.*Adam/);

  await seek(page, 100);
  expect((await picturesOf(page)).map(({ data }) => data)).toEqual(atEnd.map(({ data }) => data));
});

test("a visitor looks at what a run takes for what, at an image, and at where two runs differ", async ({
  page,
}) => {
  await page.goto(link("cpu", ["momentum", "adam"]));
  await untilSteps(page, 100);
  await seek(page, 100);
  await figure(page, "mistakes");
  const counts = await countsOf(page);
  expect(sum(counts)).toBe(10_000);
  const right = sum(counts.filter((_, i) => i % 11 === 0));
  const accuracy = page.locator('.network-run[data-run="1"] .network-accuracy[data-kind="test"]');
  await expect(accuracy).toHaveText((right / 100).toFixed(1));
  await expect(page.getByText(`${(10_000 - right).toLocaleString("en")} of 10,000 wrong`)).toBeVisible();

  const cell = page.getByRole("button", { name: /^true 4, predicted 9: [1-9]/ });
  const count = counts[4 * 10 + 9]!;
  await cell.click();
  await expect(page.locator(".network-pages")).toContainText(`of ${count.toLocaleString("en")}`);
  const tile = page.getByRole("button", { name: "true 4, Momentum predicts 9" }).first();
  await tile.click();
  await expect(page.locator(".network-detail")).toContainText("a 4, predicted");
  await expect(page.locator(".network-detail li").first()).toHaveText(/Momentum\s*9/);
  await page.getByRole("button", { name: "show all" }).click();

  await expect.poll(() => page.evaluate(() => location.hash)).toContain("figure=mistakes");

  await page.getByRole("button", { name: "where it differs from" }).click();
  await expect(page.getByText(/^Different on [\d,]+ of 10,000: Momentum is right on/)).toBeVisible();
  await expect(page.locator(".network-tiles button:visible").first()).toHaveAccessibleName(
    /true \d, Momentum predicts \d, Adam predicts \d/,
  );
  await seek(page, 20);
  await expect.poll(async () => (await countsOf(page)).join()).not.toBe(counts.join());
});

test("the curves are smoothed, zoomed with a brush and read as numbers; a link shows the same", async ({
  page,
}) => {
  await page.goto(`${link("cpu", ["momentum", "adam"])}&smooth=10`);
  await untilSteps(page, 100);
  const figure = page.locator(".network-charts .charts-figure");
  const adam = page.getByRole("group", { name: "runs shown" }).getByRole("button", { name: "Adam" });
  await adam.click();
  await expect(figure).not.toHaveAttribute("aria-label", /Adam/);
  await adam.dblclick();
  await expect(figure).not.toHaveAttribute("aria-label", /Momentum/);
  await adam.dblclick();
  await expect(figure).toHaveAttribute("aria-label", /Momentum.*Adam/);
  const smoothed = await figure.getAttribute("aria-label");
  await page
    .getByRole("group", { name: /smooth/ })
    .getByRole("button", { name: "off" })
    .click();
  await expect(figure).not.toHaveAttribute("aria-label", smoothed!);

  const plot = (await page.locator(".network-charts .charts-press").first().boundingBox())!;
  const [x, y] = [plot.x, plot.y + plot.height / 2];
  await page.keyboard.down("Shift");
  await page.mouse.move(x + 0.25 * plot.width, y);
  await page.mouse.down();
  await page.mouse.move(x + 0.75 * plot.width, y, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("smooth=1&span=25,75");
  await expect(page.getByRole("slider", { name: "step", exact: true })).toHaveValue("100");
  await expect(figure).toHaveAttribute("aria-label", /at step 75\b/);

  await page.reload();
  await untilSteps(page, 100);
  await page.locator(".charts-bar").getByRole("button", { name: "table" }).click();
  const losses = page.getByRole("table", { name: "Training loss of each batch" });
  await expect(losses.getByRole("rowheader").nth(1)).toHaveText("25");
  await expect(losses.getByRole("rowheader").last()).toHaveText("75");
  await expect(page.getByRole("table", { name: "Test accuracy" }).getByRole("cell").last()).toHaveText(
    /^\d\d\.\d\d\s%$/,
  );
});

test("the matrix is walked with the arrow keys, and none of them moves the cursor of the playback", async ({
  page,
}) => {
  await page.goto(link("cpu", ["adam"]));
  await untilSteps(page, 100);
  await seek(page, 50);
  await figure(page, "mistakes");
  await page.getByRole("button", { name: /^true 0, predicted 0/ }).focus();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await expect(page.getByRole("button", { name: /^true 2, predicted 1:/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^true 2, predicted 1:/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByRole("slider", { name: "step" })).toHaveValue("50");
});

test("the paths of the parameters say how much their plane holds, in the plane a visitor chooses", async ({
  page,
}) => {
  await page.goto(link("cpu", ["momentum", "adam", "sgd"]));
  await untilSteps(page, 100);
  const paths = page.getByRole("region", { name: "paths of parameters" });
  await expect(paths).toContainText(/\d+\s% of their variance lies in this plane/);
  const share = async () => Number(/(\d+)\s%/.exec((await paths.innerText()) ?? "")?.[1]);
  const most = await share();
  expect(most).toBeGreaterThan(60);
  await paths.getByRole("button", { name: "start and two ends" }).click();
  await paths.getByLabel("second run of the plane").selectOption("Gradient descent");
  await expect.poll(share).toBeLessThanOrEqual(most);
  await seek(page, 40);
  await expect(paths.getByRole("img")).toHaveAttribute(
    "aria-label",
    /at step 40. Momentum: training loss \d/,
  );
});

test("a run that diverges is named where it does, and leaves the charts and paths of the others readable", async ({
  page,
}) => {
  await page.goto(link("cpu", ["sgd(lr=1e6)", "adam"]));
  await untilSteps(page, 100);
  await seek(page, 100);
  await expect(page.locator(".network-labels").first()).toContainText("diverged at step");
  await expect(page.locator(".network-plate canvas")).toHaveAttribute(
    "aria-label",
    /Gradient descent diverged at step \d+; Adam: training loss [\d.]+$/,
  );
  await figure(page, "layers");
  const words = page.locator(".network-layer-charts svg").first();
  await expect(words).toHaveAttribute("aria-label", /Gradient descent diverged at step \d+\. Adam: layer 1/);
  expect(await page.locator(".network-layers").innerText()).not.toMatch(/NaN|Infinity|∞/);
  await figure(page, "mistakes");
  await expect(page.getByText(/Gradient descent diverged at step \d+: what it predicts/)).toBeVisible();
});

test("rows of one optimizer say the setting in which they differ, where it does not stand beside the name", async ({
  page,
}) => {
  const runs = [0.1, 0.3, 0.5, 0.7, 0.9].map((momentum) => `run=momentum(lr=0.02,momentum=${momentum})`);
  await page.goto(`/#network=mnist-mlp&steps=2&backend=cpu&play=0&${runs.join("&")}`);
  const names = page.locator(".network-run .run-card-name");
  await expect(names).toHaveText([/\sμ\s0.1$/, /\sμ\s0.3$/, /\sμ\s0.5$/, /\sμ\s0.7$/, /\sμ\s0.9$/]);
  await page.getByRole("button", { name: /more: more of Momentum\sμ\s0.1/ }).click();
  await expect(page.locator('.menu-panel .run-card-slider[data-name="momentum"]')).toBeVisible();
  await expect(page.locator(".menu-panel .run-card .run-card-name").first()).toHaveText("Momentum");
});

test("a visitor compares learning rates at one press: what each ended in is marked over the slider and told where one points, a rate tried next joins them, and undo takes the copies back", async ({
  page,
}) => {
  await page.goto("/#network=mnist-mlp&steps=20&backend=cpu&play=0&run=momentum(lr=0.02)");
  const lesson = page.locator(".lesson");
  await expect(lesson).toHaveText(/after 20 steps: Momentum [\d.]+\.$/);
  const marks = page.locator('.run-card-slider[data-name="lr"] .slider-tried');
  await page.getByRole("button", { name: /more: Momentum/ }).click();
  await expect(marks).toHaveCount(0);
  const item = page.getByRole("button", { name: "Compare learning rates" });
  await expect(item).toContainText("adds this run at 0.002, 0.006, 0.06, 0.2");
  await item.click();
  await expect(page.locator(".network-run")).toHaveCount(5);
  await expect(
    page.getByRole("button", { name: "more: more of Momentum η\u00a00.02", exact: true }),
  ).toBeFocused();
  await expect(lesson).toHaveText(/after 20 steps: .*Momentum\sη\s0.2 [\d.]+\.$/);

  await page.keyboard.press("Enter");
  await expect(marks).toHaveCount(5);
  const last = /\sη\s0.06 ([\d.]+), Momentum/.exec(await lesson.innerText())?.[1];
  const strip = page.locator('.run-card-slider[data-name="lr"] .slider-strip');
  const { width } = (await strip.boundingBox())!;
  // 0.06 lies at 0.69 of a track from 0.0001 to 1.
  await strip.hover({ position: { x: 0.69 * width, y: 10 } });
  await expect(page.locator(".slider-readout[data-pointed] > span")).toHaveText(
    `0.06: training loss ${last}`,
  );

  await page.getByRole("textbox", { name: "Momentum η\u00a00.02: learning rate, value" }).last().fill("0.03");
  await page.keyboard.press("Enter");
  await expect(marks).toHaveCount(6);
  for (const runs of [5, 1]) {
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(".network-run")).toHaveCount(runs);
  }
  await expect(marks).toHaveCount(6);
  await expectNothingToMend(page);
  await expect(page.getByRole("slider", { name: "Momentum: learning rate" })).toHaveAttribute(
    "aria-description",
    /^0\.002: training loss .* · 0\.2: training loss [\d.]+$/,
  );
});

test("axe finds nothing to mend on a network's figures, and a phone shows them whole", async ({ page }) => {
  await page.goto(link("cpu", ["momentum", "adam"]));
  await untilSteps(page, 100);
  for (const tab of ["curves", "layers", "weights", "mistakes", "paths"])
    await test.step(tab, async () => {
      await figure(page, tab);
      await expectNothingToMend(page);
      for (const width of [820, 360, 320, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBeLessThanOrEqual(width);
      }
    });
});

test("four runs' curves end within the window, and stay while the runs are scrolled", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(
    "/#network=mnist-mlp&images=1000&epochs=1&run=sgd&run=momentum&run=rmsprop&run=adam&backend=cpu",
  );
  const axis = page.locator(".network-axis");
  const playback = page.locator(".lab-foot");
  const isAbove = async () => {
    const [end, foot] = await Promise.all([axis.boundingBox(), playback.boundingBox()]);
    return end!.y >= 0 && end!.y + end!.height <= foot!.y;
  };
  await axis.waitFor();
  await expect.poll(isAbove).toBe(true);
  await page.mouse.move(1200, 500);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  await expect.poll(isAbove).toBe(true);
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const figure = (page: Page, name: string) =>
  page.getByRole("group", { name: "figure" }).getByRole("button", { name, exact: true }).click();

/** Moves the cursor, and waits until the frame after the next is drawn. */
async function seek(page: Page, step: number): Promise<void> {
  await page.getByRole("slider", { name: "step" }).fill(String(step));
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Pixels in each run's colour, or nearly, in the drawn past of a chart. */
const inkOfRuns = (page: Page, chart: "loss" | "accuracy") =>
  page.evaluate((chart) => {
    const canvases = document.querySelectorAll<HTMLCanvasElement>(".network-canvases canvas");
    const canvas = canvases[chart === "loss" ? 0 : 2]!;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    return [1, 2, 3, 4, 5, 6].map((run) => {
      probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--line-${run}`);
      probe.fillRect(0, 0, 1, 1);
      const colour = probe.getImageData(0, 0, 1, 1).data;
      let pixels = 0;
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3]! > 200 && [0, 1, 2].every((k) => Math.abs(data[i + k]! - colour[k]!) < 24)) pixels++;
      return pixels;
    });
  }, chart);

/** Each run's first-layer images: how many colours they have, and their pixels. */
const picturesOf = (page: Page) =>
  page.locator(".network-run .network-weights").evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, width, height);
      const colours = new Set(
        Array.from({ length: width * height }, (_, i) => data.slice(4 * i, 4 * i + 3).join()),
      );
      return { colours: colours.size, data: (canvas as HTMLCanvasElement).toDataURL() };
    }),
  );

/** Share of the first unit's weights of a run at step 20, as heard, whose colour in its image has the right sign. */
const signsOfFirstUnit = (page: Page, run: number) =>
  page.evaluate((run) => {
    type Measured = { step: number; parameters: Float32Array };
    const { heard } = window as unknown as { heard: { batch?: { runs: number; checkpoints: Measured[] } }[] };
    const batch = heard.find(({ batch }) => batch?.checkpoints.some(({ step }) => step === 20))!.batch!;
    const { parameters } = batch.checkpoints.find(({ step }) => step === 20)!;
    const canvas = document.querySelectorAll<HTMLCanvasElement>(".network-run .network-weights")[run]!;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, 28, 28);
    const first = (run * parameters.length) / batch.runs;
    let [seen, same] = [0, 0];
    for (let i = 0; i < 784; i++) {
      const weight = parameters[first + 10 * i]!;
      const [red, blue] = [data[4 * i]!, data[4 * i + 2]!];
      // The palest cannot be told apart.
      if (Math.abs(red - blue) < 12) continue;
      seen++;
      if (red > blue === weight > 0) same++;
    }
    return seen > 200 ? same / seen : 0;
  }, run);

/** The counts of the confusion matrix, row by row. */
const countsOf = (page: Page) =>
  page
    .locator(".network-confusion tbody button")
    .evaluateAll((cells) => cells.map((cell) => Number((cell.textContent ?? "").replace(",", ""))));
