import { devices, expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";

const still = "/#steps=100&step=40";
const whole = { x: [-10, 10] };

test("the wheel is the page's: it scrolls, and the map stays as it is", async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 700 });
  await open(page, still);
  const before = await shown(page);
  await overMap(page, 200, 60);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  expect(await shown(page)).toEqual(before);
  await expect(page).toHaveURL(/#steps=100&step=40$/);
});

test("the wheel with Ctrl zooms all maps at the pointer, and the link keeps what is shown", async ({
  page,
}) => {
  await open(page, still);
  expect((await shown(page))[0]).toMatchObject(whole);
  await overMap(page, 236, 100);
  const under = await placeAt(page, 236);
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect.poll(async () => widthOf((await shown(page))[0]!)).toBeLessThan(6);
  expect(await placeAt(page, 236)).toBeCloseTo(under, 1);
  expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([0, 1]);

  const maps = await shown(page);
  expect(maps).toHaveLength(2);
  expect(maps[1]).toEqual(maps[0]);
  const { x, y, width, height } = maps[0]!;
  expect((x[1]! - x[0]!) / width / ((y[1]! - y[0]!) / height)).toBeCloseTo(1, 1);

  await expect.poll(() => Number(/window=([^,&]+)/.exec(page.url())?.[1])).toBeCloseTo(x[0]!, 1);
  await page.reload();
  await expect.poll(async () => (await shown(page))[0]).toEqual(maps[0]);
});

test("buttons zoom in, out, to the paths and back to the whole surface", async ({ page }) => {
  await open(page, "/#surface=himmelblau&run=momentum(lr=0.01)&run=adam(lr=0.1)");
  const before = (await shown(page))[0]!;
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

  await press("zoom in");
  await expect.poll(async () => widthOf((await shown(page))[0]!)).toBeCloseTo(widthOf(before) / 1.5, 1);
  await press("zoom out");
  await expect.poll(async () => (await shown(page))[0]).toEqual(before);
  await expect(page.getByRole("button", { name: "show the whole surface" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );

  await press("fit to the paths");
  await expect.poll(async () => widthOf((await shown(page))[0]!)).toBeLessThan(widthOf(before));
  // Both runs' heads and the start are on the map: no wedge, and the markers stand on the axis.
  await expect(page.locator(".stage-axis-marker:visible")).toHaveCount(2);
  const start = (await page.locator(".contour-map-handle").first().boundingBox())!;
  const map = (await page.locator(".contour-map").first().boundingBox())!;
  expect(start.x).toBeGreaterThan(map.x);
  expect(start.y + start.height).toBeLessThan(map.y + map.height);
  await expect(page).toHaveURL(/window=/);

  await press("show the whole surface");
  await expect.poll(async () => (await shown(page))[0]).toEqual(before);
  await expect(page).not.toHaveURL(/window=/);
});

test("plus, minus and 0 zoom; on a map Shift and the arrows move it, and move nothing else", async ({
  page,
}) => {
  await open(page, still);
  const before = (await shown(page))[0]!;
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await expect.poll(async () => widthOf((await shown(page))[0]!)).toBeCloseTo(20 / 2.25, 1);
  await page.keyboard.press("-");
  await expect.poll(async () => widthOf((await shown(page))[0]!)).toBeCloseTo(20 / 1.5, 1);

  const near = (await shown(page))[0]!;
  await page.locator(".contour-map").first().focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => (await shown(page))[0]!.x[0]).toBeGreaterThan(near.x[0]! + 0.5);
  expect((await shown(page))[0]!.y).toEqual(near.y);
  await page.keyboard.press("Shift+ArrowUp");
  await expect.poll(async () => (await shown(page))[0]!.y[0]).toBeGreaterThan(near.y[0]! + 0.5);
  await expect(page.getByRole("slider", { name: "step", exact: true })).toHaveValue("40");
  await expect(page.getByRole("textbox", { name: "start x" })).toHaveValue("-9");

  await page.keyboard.press("0");
  await expect.poll(async () => (await shown(page))[0]).toEqual(before);
  // A number is typed into a field, not told to the map.
  await page.getByRole("textbox", { name: "start x" }).press("+");
  expect((await shown(page))[0]).toEqual(before);
});

test("a drag with Shift moves the map; one without sets the start", async ({ page }) => {
  await open(page, still);
  const drag = async () => {
    await overMap(page, 400, 60);
    await page.mouse.down();
    const { x, y } = await mapBox(page);
    await page.mouse.move(x + 300, y + 80, { steps: 4 });
    await page.mouse.up();
  };
  await page.keyboard.down("Shift");
  await drag();
  await page.keyboard.up("Shift");
  // It went from 400 to 300 pixels.
  const { width } = await mapBox(page);
  await expect.poll(async () => (await shown(page))[0]!.x[0]).toBeCloseTo(-10 + (20 * 100) / width, 1);
  await expect(page.getByRole("textbox", { name: "start x" })).toHaveValue("-9");
  const { x } = (await shown(page))[0]!;
  await drag();
  await expect(page.getByRole("textbox", { name: "start x" })).not.toHaveValue("-9");
  expect((await shown(page))[0]!.x).toEqual(x);
});

test("the start is set by a press, by the arrows on its handle, and by numbers", async ({ page }) => {
  await open(page, still);
  const [x, y] = ["start x", "start y"].map((name) => page.getByRole("textbox", { name }));
  await page.getByRole("button", { name: /start of all runs/ }).focus();
  await page.keyboard.press("ArrowRight");
  const stepped = Number(await x!.inputValue());
  expect(stepped).toBeGreaterThan(-9);
  await page.keyboard.press("Shift+ArrowDown");
  expect(Number(await y!.inputValue())).toBeCloseTo(2 - 10 * (stepped + 9), 6);
  const { x: left, y: top } = await mapBox(page);
  await page.mouse.click(left + 472, top + 40);
  expect(Number(await x!.inputValue())).toBeCloseTo(0, 0);
  await x!.fill("3.5");
  await x!.press("Enter");
  await expect(page).toHaveURL(/start=3.5,/);
});

test("a run that diverged is named on zoomed maps, too", async ({ page }) => {
  await open(page, "/#steps=60&run=sgd(lr=0.045)&window=-1,1,-0.2,0.2");
  await expect(page.locator(".contour-map-diverged")).toContainText("diverged at step");
  await page.getByRole("button", { name: "fit to the paths" }).click();
  await expect.poll(async () => widthOf((await shown(page))[0]!)).toBeGreaterThan(2);
  await expect(page.locator(".contour-map-diverged")).toContainText("diverged at step");
});

test("two fingers zoom the maps where they are; one scrolls the page", async ({ browser }) => {
  const context = await browser.newContext({ ...devices["Pixel 7"], viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await open(page, still);
  const { x, y } = await mapBox(page);
  const session = await context.newCDPSession(page);
  const touch = (
    type: "touchStart" | "touchMove" | "touchEnd",
    points: readonly (readonly [number, number])[],
  ) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(([a, b], id) => ({ x: x + a, y: y + b, id })),
    });
  await touch("touchStart", [[160, 50], [200, 50]]); // prettier-ignore
  for (const spread of [30, 45, 60]) await touch("touchMove", [[180 - spread, 50], [180 + spread, 50]]); // prettier-ignore
  await touch("touchEnd", []);
  await expect.poll(async () => widthOf((await shown(page))[0]!)).toBeCloseTo(20 / 3, 1);
  expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([0, 1]);
  await expect(page).not.toHaveURL(/start=/);

  const zoomed = await shown(page);
  await touch("touchStart", [[180, 80]]);
  for (const up of [20, 60, 120, 180]) await touch("touchMove", [[180, 80 - up]]);
  await touch("touchEnd", []);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
  expect(await shown(page)).toEqual(zoomed);
  await context.close();
});

for (const ratio of [1, 1.5, 2, 3])
  test(`paths are drawn with every pixel of a screen that has ${ratio} to one of the page`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ deviceScaleFactor: ratio });
    const page = await context.newPage();
    await open(page, still);
    const sizes = await page.locator("canvas.contour-map-layer").evaluateAll((canvases) =>
      canvases.map((canvas) => {
        const { width, height } = canvas.getBoundingClientRect();
        const { width: across, height: down } = canvas as HTMLCanvasElement;
        return [across / width, down / height];
      }),
    );
    for (const [across, down] of sizes) {
      expect(across).toBeCloseTo(ratio, 3);
      expect(down).toBeCloseTo(ratio, 3);
    }
    await context.close();
  });

test("paths are drawn anew when the page comes to another screen", async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 700 });
  await open(page, still);
  const session = await page.context().newCDPSession(page);
  const across = () =>
    page
      .locator("canvas.contour-map-layer")
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).width);
  const before = await across();
  await session.send("Emulation.setDeviceMetricsOverride", {
    // The size of the map does not depend on the height here; without a change of size the browser says nothing of the ratio.
    width: 820,
    height: 701,
    deviceScaleFactor: 2,
    mobile: false,
  });
  await expect.poll(across).toBe(2 * before);
});

test(`axe finds nothing to mend on zoomed maps`, async ({ page }) => {
  await open(page, `${still}&window=-4,4,-1,1`);
  await expectNothingToMend(page);
});

async function open(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("group", { name: "zoom", exact: true })).toBeVisible();
}

type Shown = { x: number[]; y: number[]; width: number; height: number };

/** What the maps say they show, and their sizes. */
const shown = (page: Page): Promise<Shown[]> =>
  page.locator(".contour-map [role=img]").evaluateAll((maps) =>
    maps.map((map) => {
      const label = map.getAttribute("aria-label") ?? "";
      const range = (axis: string) =>
        new RegExp(`${axis} from (\\S+) to ([^\\s,;]+)`).exec(label)!.slice(1).map((end) => Number(end.replace("−", "-"))); // prettier-ignore
      const { width, height } = map.closest(".contour-map")!.getBoundingClientRect();
      return { x: range("x"), y: range("y"), width, height };
    }),
  );

const widthOf = ({ x }: Shown) => x[1]! - x[0]!;

const mapBox = async (page: Page) => (await page.locator(".contour-map").first().boundingBox())!;

async function overMap(page: Page, x: number, y: number): Promise<void> {
  const box = await mapBox(page);
  await page.mouse.move(box.x + x, box.y + y);
}

/** The x coordinate under a pixel of the first map. */
async function placeAt(page: Page, pixel: number): Promise<number> {
  const { x, width } = (await shown(page))[0]!;
  return x[0]! + (pixel / width) * (x[1]! - x[0]!);
}
