import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";

const ravine = "/#run=momentum(lr=0.015)&run=rmsprop(lr=0.05)&step=10";

test("three is loaded when a visitor chooses 3-D, and not before; the link then says so", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const chunks = () => asked.filter((url) => /\/Space-[\w-]+\.js$/.test(url));
  await page.goto(ravine);
  await expect(page.locator(".contour-map")).toHaveCount(2);
  await page.waitForLoadState("networkidle");
  expect(chunks()).toEqual([]);
  await page.getByRole("button", { name: "3-D" }).click();
  await expect(page.locator(".space-view canvas").first()).toBeVisible();
  expect(chunks()).toHaveLength(1);
  await expect(page).toHaveURL(/view=3d/);
  await page.reload();
  await expect(page.locator(".space-view")).toBeVisible();
  await expect(page.getByRole("button", { name: "3-D" })).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "overlaid" }).click();
  await expect(page.locator(".contour-map")).toHaveCount(1);
  await expect(page.locator(".space-view")).toHaveCount(0);
});

test("the surface is drawn in the map's tones, and drawn anew in the other theme's without a reload", async ({
  page,
}) => {
  await page.goto(`${ravine}&view=3d`);
  await untilDrawn(page);
  const light = await tonesOf(page);
  // Most of the picture is paper; of the rest, nearly all lies between the lightest and the darkest of the map.
  expect(light.drawn).toBeGreaterThan(0.2);
  expect(light.drawn).toBeLessThan(0.95);
  expect(light.mean).toBeGreaterThan(190);
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(async () => (await tonesOf(page)).mean).toBeLessThan(90);
});

test("heads and names follow the cursor, and a screen reader hears the losses there", async ({ page }) => {
  await page.goto(`${ravine}&view=3d`);
  const picture = page.getByRole("img", { name: /^3-D view of Ravine/ });
  await expect(picture).toHaveAccessibleName(/Momentum: step 10, loss 48\.5.*RMSprop: step 10, loss 23\.9/);
  const before = await namesOf(page);
  const surface = await surfaceBytes(page);
  await page.locator("body").press("ArrowRight");
  await expect(picture).toHaveAccessibleName(/Momentum: step 11/);
  const after = await namesOf(page);
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  after.forEach(({ line }, i) => expect(line).not.toBe(before[i]!.line));
  // Only the paths were drawn anew: the surface itself stands still.
  expect(await surfaceBytes(page)).toBe(surface);
});

test("arrow keys turn and tilt the view, and leave the cursor alone; reset leads back", async ({ page }) => {
  await page.goto(`${ravine}&view=3d`);
  await untilDrawn(page);
  const home = await axesOf(page);
  const view = page.getByRole("application");
  await view.focus();
  for (const key of ["ArrowLeft", "ArrowUp", "+"]) {
    const before = await axesOf(page);
    await view.press(key);
    await expect.poll(() => axesOf(page)).not.toBe(before);
  }
  await expect(page).toHaveURL(/step=10/);
  await page.getByRole("button", { name: "reset the view" }).click();
  await expect.poll(() => axesOf(page)).toBe(home);
  for (const name of [
    "turn left",
    "turn right",
    "look from higher",
    "look from lower",
    "zoom in",
    "zoom out",
  ]) {
    const before = await axesOf(page);
    await page.getByRole("button", { name }).click();
    await expect.poll(() => axesOf(page)).not.toBe(before);
  }
});

test("a drag turns the view; the wheel scrolls the page, and zooms only with Ctrl", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.goto(`${ravine}&view=3d`);
  await untilDrawn(page);
  const home = await axesOf(page);
  const box = (await page.locator(".space-view").boundingBox())!;
  await page.mouse.move(box.x + 200, box.y + 150);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 170, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => axesOf(page)).not.toBe(home);
  const turned = await axesOf(page);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await axesOf(page)).toBe(turned);
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect.poll(() => axesOf(page)).not.toBe(turned);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test("two fingers zoom the view, one finger upwards scrolls the page", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...{ baseURL: baseURL!, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  });
  const page = await context.newPage();
  await page.goto(`${ravine}&view=3d`);
  await untilDrawn(page);
  const home = await axesOf(page);
  const box = (await page.locator(".space-view").boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const client = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: (readonly [number, number])[]) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await touch("touchStart", [x - 30, y], [x + 30, y]);
  for (const reach of [40, 50, 60]) await touch("touchMove", [x - reach, y], [x + reach, y]);
  await touch("touchEnd");
  await expect.poll(() => axesOf(page)).not.toBe(home);
  await afterFrames(page);
  const zoomedIn = await axesOf(page);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await touch("touchStart", [x, y]);
  for (const way of [20, 50, 90, 140]) await touch("touchMove", [x, y - way]);
  await touch("touchEnd");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await axesOf(page)).toBe(zoomedIn);
  await context.close();
});

test("nothing is drawn while nothing changes; playback leaves the surface be, a new size draws it anew", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext;
    const usual = prototype.drawElements;
    Object.assign(window, { draws: 0 });
    prototype.drawElements = function (...call) {
      (window as unknown as { draws: number }).draws++;
      usual.apply(this, call);
    };
  });
  await page.goto(`${ravine}&view=3d`);
  await untilDrawn(page);
  const drawsAfterFrames = async () => {
    await afterFrames(page);
    return page.evaluate(() => (window as unknown as { draws: number }).draws);
  };
  const before = await drawsAfterFrames();
  expect(before).toBeGreaterThanOrEqual(2);
  expect(await drawsAfterFrames()).toBe(before);
  await page.getByRole("button", { name: "Play" }).click();
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  expect(await drawsAfterFrames()).toBe(before);
  const home = await axesOf(page);
  await page.setViewportSize({ width: 1200, height: 800 });
  await expect.poll(() => axesOf(page)).not.toBe(home);
  expect(await drawsAfterFrames()).toBeGreaterThan(before);
});

test("a run that diverges ends at the border, and a hidden one is not drawn", async ({ page }) => {
  await page.goto("/#run=sgd(lr=0.045)&run=momentum(lr=0.015)&view=3d");
  await expect(page.locator(".space-words .contour-map-name-diverged")).toHaveText(
    /^Gradient descent diverged at step \d+/,
  );
  expect(await namesOf(page)).toHaveLength(2);
  await page.getByRole("button", { name: /^hide/i }).first().click();
  await expect.poll(async () => (await namesOf(page)).map(({ text }) => text)).toEqual(["Momentum"]);
});

test("names of eight runs do not lie on each other, wherever the cursor stands", async ({ page }) => {
  const optimizers = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "lion", "radam"];
  await page.goto(`/#surface=himmelblau&${optimizers.map((id) => `run=${id}`).join("&")}&view=3d&step=0`);
  await untilDrawn(page);
  for (let k = 0; k < 6; k++) {
    const boxes = await page
      .locator(".space-words .contour-map-name")
      .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes).toHaveLength(8);
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b) => {
        const isApart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 3 || b.bottom <= a.top + 3;
        expect(isApart).toBe(true);
      }),
    );
    for (let step = 0; step < 3; step++) await page.locator("body").press("ArrowRight");
  }
});

test("without WebGL the page says so in words and offers the overlaid map", async ({ page }) => {
  await page.addInitScript(() => {
    const { prototype } = HTMLCanvasElement;
    const usual = prototype.getContext as (kind: string, options?: unknown) => RenderingContext | null;
    Object.assign(prototype, {
      getContext(this: HTMLCanvasElement, kind: string, options?: unknown) {
        return kind.startsWith("webgl") ? null : usual.call(this, kind, options);
      },
    });
  });
  await page.goto(`${ravine}&view=3d`);
  await expect(page.getByText("This browser cannot draw in 3-D here")).toBeVisible();
  await page.getByRole("button", { name: "show the overlaid map" }).click();
  await expect(page.locator(".contour-map")).toHaveCount(1);
});

test("a context that is lost leaves a message, not a hole", async ({ page }) => {
  await page.goto(`${ravine}&view=3d`);
  await untilDrawn(page);
  await page
    .locator(".space-layer canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement) =>
      canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext(),
    );
  await expect(page.getByText("This browser cannot draw in 3-D here")).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [820, 1180],
  [360, 740],
] as const)
  test(`axe finds nothing to mend in space, ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${ravine}&view=3d`);
    await untilDrawn(page);
    await expectNothingToMend(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

/** Until the axes stand around a surface. */
const untilDrawn = (page: Page) => expect.poll(() => axesOf(page)).toMatch(/x="\d/);

/** Until whatever was asked for has been drawn. */
const afterFrames = (page: Page) =>
  page.evaluate(async () => {
    for (let k = 0; k < 20; k++) await new Promise(requestAnimationFrame);
  });

/** Where the axes' words stand, as text: it changes with the view, and with nothing else. */
const axesOf = (page: Page) =>
  page
    .locator(".space-words > g:first-child text")
    .evaluateAll((words) =>
      words
        .map((word) => `${word.textContent} x="${word.getAttribute("x")}" y="${word.getAttribute("y")}"`)
        .join(),
    );

/** The names on the picture, and their lines. */
const namesOf = (page: Page) =>
  page.locator(".space-words [data-run]").evaluateAll((groups) =>
    groups
      .filter((group) => (group as SVGElement).style.display !== "none")
      .map((group) => ({
        text: group.querySelector("text")!.textContent,
        line: group.querySelector("path")!.getAttribute("d"),
      })),
  );

/** What the graphics card has drawn, as it is on the screen. */
const surfaceBytes = async (page: Page) => {
  const layers = page.locator(".space-words, .space-view [role=img] > canvas");
  await layers.evaluateAll((all) => all.forEach((layer) => ((layer as HTMLElement).style.opacity = "0")));
  const picture = await page.locator(".space-view").screenshot();
  await layers.evaluateAll((all) => all.forEach((layer) => ((layer as HTMLElement).style.opacity = "")));
  return picture.toString("base64");
};

/** The share of the picture that is not paper, and how light that is on the whole, from 0 to 255. */
const tonesOf = async (page: Page) => {
  const picture = await surfaceBytes(page);
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const [r, g, b] = [data[0]!, data[1]!, data[2]!];
    let [count, sum] = [0, 0];
    for (let k = 0; k < data.length; k += 4) {
      if (Math.abs(data[k]! - r) + Math.abs(data[k + 1]! - g) + Math.abs(data[k + 2]! - b) < 3) continue;
      count++;
      sum += (data[k]! + data[k + 1]! + data[k + 2]!) / 3;
    }
    return { drawn: count / (data.length / 4), mean: sum / count };
  }, picture);
};
