import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type Frame, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";
import { serveHosts, type Hosts } from "./hosts/serve";
import { complaintsOf } from "./page";

type Answer = {
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { code: number; message: string };
};
type Host = {
  readonly heard: { frame: number; origin: string; data: { method?: string; params?: unknown } & Answer }[];
  send(message: unknown, frame?: number): void;
  ask(method: string, params?: unknown, frame?: number): Promise<Answer>;
  untilHeard(method: string, frame?: number): Promise<{ params: Record<string, number> }>;
};

let hosts: Hosts;
test.beforeAll(async ({ baseURL }) => void (hosts = await serveHosts(baseURL!)));
test.afterAll(() => hosts.close());

test("a frame of another site is shown, heard and asked", async ({ page }) => {
  const complaints = await visit(page, "plain");
  await heard(page, "done");
  const frame = frameOf(page);
  await expect(frame.locator(".lane-caption b")).toHaveText(["Momentum", "RMSprop"]);
  await expect(frame.locator("header")).toHaveCount(0);
  const { result } = await ask(page, "get");
  expect(result).toMatchObject({
    spec: { surface: "ravine", steps: 100 },
    playback: { step: 24, playing: false },
  });
  expect((await ask(page, "step", { by: 3 })).result).toEqual({ step: 27 });
  expect((await ask(page, "step", { by: -30 })).result).toEqual({ step: 0 });
  expect((await ask(page, "seek", { step: 60 })).result).toEqual({ step: 60 });
  await expect(frame.locator(".playback-position")).toContainText("60");
  expect((await ask(page, "play")).result).toEqual({ step: 60 });
  expect((await ask(page, "get")).result).toMatchObject({ playback: { playing: true } });
  await ask(page, "pause");
  expect((await ask(page, "get")).result).toMatchObject({ playback: { playing: false } });

  const set = await ask(page, "set", { hash: "surface=beale&steps=20&run=sgd(lr=0.01)&colour=red" });
  expect(set.result).toMatchObject({ spec: { surface: "beale", runs: [{ optimizer: "sgd" }] } });
  expect((await heard(page, "problem")).params).toMatchObject({ field: "colour" });
  const { result: recording } = await ask(page, "recording");
  expect(recording).toMatchObject({ precision: "float64", runs: [{ steps: 20, diverged: null }] });
  // What a frame answers with can be given back to it.
  const again = await ask(page, "set", { spec: set.result!.spec });
  expect(again.result).toEqual(set.result);
  expect(complaints).toEqual([]);
});

test("what is no request is answered by the standard's codes", async ({ page }) => {
  const complaints = await visit(page, "plain");
  await heard(page, "ready");
  const code = async (method: string, params?: unknown) => (await ask(page, method, params)).error?.code;
  expect(await code("explode")).toBe(-32601);
  expect(await code("__proto__")).toBe(-32601);
  expect(await code("seek", { step: "3" })).toBe(-32602);
  expect(await code("set", { spec: "beale" })).toBe(-32602);
  await page.evaluate(() => {
    const host = window as unknown as Host;
    host.send("{no json");
    host.send({ method: "get", id: "mine" });
    host.send([
      { jsonrpc: "2.0", id: "a", method: "get" },
      { jsonrpc: "2.0", method: "pause" },
      { jsonrpc: "2.0", id: "b", method: "nothing" },
    ]);
  });
  const answers = () =>
    page.evaluate(() =>
      (window as unknown as Host).heard
        .map(({ data }) => data)
        .filter((data) => Array.isArray(data) || data.id === null || data.id === "mine"),
    );
  await expect
    .poll(answers)
    .toMatchObject([
      { error: { code: -32700 }, id: null },
      { error: { code: -32600 }, id: "mine" },
      [{ id: "a" }, { id: "b", error: { code: -32601 } }],
    ]);
  expect(complaints).toEqual([]);
});

test("only the parent is obeyed, and only from the origins the link names", async ({ page }) => {
  await visit(page, "guarded");
  const frame = frameOf(page);
  await expect(frame.locator(".lane-caption")).toHaveCount(2);
  await frame.evaluate(() => {
    const bothHeard = new Promise<void>((resolve) => {
      let heard = 0;
      addEventListener("message", () => {
        if (++heard === 2) requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      });
    });
    Object.assign(window, { bothHeard });
  });
  const message = { jsonrpc: "2.0", id: 1, method: "set", params: { hash: "surface=beale" } };
  // By the parent, of an origin that is not named; and by who is not the parent.
  await page.evaluate((message) => (window as unknown as Host).send(message), message);
  await frame.evaluate((message) => postMessage(message, "*"), message);
  await frame.evaluate(() => (window as unknown as { bothHeard: Promise<void> }).bothHeard);
  await expect(frame.locator(".stage-map [aria-label*='Contour map of']").first()).toHaveAttribute(
    "aria-label",
    /Ravine/,
  );
  expect(await page.evaluate(() => (window as unknown as Host).heard)).toEqual([]);
});

test("a sandboxed frame without an origin computes", async ({ page }) => {
  const complaints = await visit(page, "sandboxed");
  await heard(page, "done");
  expect(await page.evaluate(() => (window as unknown as Host).heard[0]!.origin)).toBe("null");
  const { result } = await ask(page, "recording");
  expect(result).toMatchObject({ backend: "cpu", runs: [{ steps: 100 }, {}] });
  expect(complaints).toEqual([]);
});

for (const host of ["plain", "sandboxed", "lazy"])
  test(`a frame of another site computes on WebGPU, ${host}`, async ({ page }) => {
    const complaints = await visit(page, host, "step=24&backend=webgpu");
    await page.locator("iframe").scrollIntoViewIfNeeded();
    await heard(page, "done");
    expect((await ask(page, "recording")).result).toMatchObject({
      backend: "webgpu",
      runs: [{ steps: 100 }, { steps: 100 }],
    });
    expect(complaints).toEqual([]);
  });

test("a sandboxed frame without an origin trains a network, over threads of its own", async ({ page }) => {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  const complaints = await visit(page, "sandboxed", "network=mnist-mlp&steps=20&backend=cpu");
  await heard(page, "done");
  expect(workers.filter((url) => !url.startsWith("data:"))).toEqual([]);
  expect(workers.length).toBeGreaterThan(1);
  expect((await ask(page, "recording")).result).toMatchObject({ runs: [{ steps: 20 }, { steps: 20 }] });
  expect(complaints).toEqual([]);
});

test("a lazy frame at the foot of a long page is not even asked for, and runs when it is reached", async ({
  page,
  baseURL,
}) => {
  const complaints = await visit(page, "lazy");
  expect(page.frames()).toHaveLength(2);
  expect(page.frames()[1]!.url()).not.toContain(baseURL!);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await heard(page, "done");
  expect(complaints).toEqual([]);
});

test("a frame that is not seen starts no worker, and one that is left rests", async ({ page }) => {
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await visit(page, "below");
  await heard(page, "ready");
  const { result } = await ask(page, "get");
  expect(result).toMatchObject({ spec: { surface: "ravine" } });
  const frame = frameOf(page);
  expect(workers).toEqual([]);
  expect(await frame.locator(".embed").count()).toBe(0);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await heard(page, "done");
  expect(workers).toHaveLength(1);
  await expect
    .poll(async () => (await ask(page, "get")).result)
    .toMatchObject({ playback: { playing: true } });
  await page.evaluate(() => scrollTo(0, 0));
  await expect
    .poll(async () => (await ask(page, "get")).result)
    .toMatchObject({ playback: { playing: false } });
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expect
    .poll(async () => (await ask(page, "get")).result)
    .toMatchObject({ playback: { playing: true } });
});

test("two frames on one page share nothing", async ({ page }) => {
  const complaints = await visit(page, "two");
  await heard(page, "done", 0);
  await heard(page, "done", 1);
  await ask(page, "set", { hash: "surface=beale" }, 0);
  await ask(page, "seek", { step: 50 }, 0);
  expect((await ask(page, "get", {}, 1)).result).toMatchObject({
    spec: { surface: "himmelblau" },
    playback: { step: 7 },
  });
  // Its state is in its own address, and the page's history is as it was.
  await expect.poll(() => page.frames()[1]!.url()).toContain("surface=beale");
  expect(page.frames()[1]!.url()).toContain("embed=1");
  expect(await page.evaluate(() => history.length)).toBe(2);
  expect(complaints).toEqual([]);
});

test("the height that is told leaves nothing to scroll", async ({ page }) => {
  await visit(page, "plain");
  const { params } = await heard(page, "height");
  for (const [width, height] of [
    [720, params.height!],
    [360, 150],
  ]) {
    await page.locator("iframe").evaluate(
      (frame: HTMLIFrameElement, [width, height]) => {
        frame.width = String(width);
        frame.height = String(height);
      },
      [width, height],
    );
    await expect
      .poll(async () => {
        const told = await page.evaluate(
          () =>
            (window as unknown as Host).heard.filter(({ data }) => data.method === "height").at(-1)!.data
              .params as { height: number },
        );
        await page
          .locator("iframe")
          .evaluate((frame: HTMLIFrameElement, { height }) => (frame.height = String(height)), told);
        return frameOf(page).evaluate(() => document.documentElement.scrollHeight - innerHeight);
      })
      .toBe(0);
    expect(await frameOf(page).evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test("<ravine-lab> shows what its attributes say, follows its height, and is asked by promises", async ({
  page,
}) => {
  const complaints = await visit(page, "element");
  const lab = page.locator("ravine-lab");
  type Lab = HTMLElement &
    Record<"set" | "get" | "seek" | "step" | "recording", (...given: unknown[]) => Promise<unknown>>;
  // Asked before the frame is there.
  const recording = await lab.evaluate((lab) => (lab as Lab).recording());
  expect(recording).toMatchObject({ runs: [{ optimizer: "momentum", steps: 80 }, { optimizer: "rmsprop" }] });
  expect(await lab.evaluate((lab) => (lab as Lab).seek(30))).toEqual({ step: 30 });
  expect(await lab.evaluate((lab) => (lab as Lab).step())).toEqual({ step: 31 });
  const frame = lab.locator("iframe");
  // The frame answers before it has told its height.
  await expect.poll(async () => frame.evaluate(({ style }) => parseFloat(style.height))).not.toBe(420);
  const outside = () => frameOf(page).evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(outside).toBe(0);
  expect(frameOf(page).url()).toContain("origins=http");

  const told = lab.evaluate(
    (lab) =>
      new Promise((resolve) =>
        lab.addEventListener("problem", ({ detail }: CustomEventInit) => resolve(detail)),
      ),
  );
  await lab.evaluate((lab) => lab.setAttribute("run", "sgd(lr=0.01) walker"));
  expect(await told).toMatchObject({ message: expect.stringContaining("walker") });
  expect(await lab.evaluate((lab) => (lab as Lab).get())).toMatchObject({
    spec: { runs: [{ optimizer: "sgd" }] },
  });
  expect(await lab.evaluate((lab) => (lab as Lab).set({ surface: "beale" }))).toMatchObject({
    spec: { surface: "beale" },
  });
  expect(
    await lab.evaluate((lab) => (lab as Lab).seek("3").catch(({ code }: { code: number }) => code)),
  ).toBe(-32602);
  // Vue and React set properties where there are some of that name.
  const given = { hash: "surface=booth&run=lion", step: "3", play: "1" };
  const attributes = await lab.evaluate((lab, given) => {
    const other = Object.assign(lab.cloneNode() as Lab, given);
    return [...Object.keys(given).map((name) => other.getAttribute(name)), typeof other.step];
  }, given);
  expect(attributes).toEqual([...Object.values(given), "function"]);
  // Moved in the page, it begins anew.
  await lab.evaluate((lab) => document.body.prepend(lab));
  expect(await lab.evaluate((lab) => (lab as Lab).recording())).toMatchObject({
    runs: [{ optimizer: "sgd" }],
  });
  expect(complaints).toEqual([]);
});

test("axe finds nothing to mend in a frame", async ({ page }) => {
  for (const link of [
    "step=24",
    "network=mnist-mlp&steps=1&backend=cpu",
    "view=overlay&run=adam(lr=0.3)&run=lion&run=sgd",
  ]) {
    await page.goto("about:blank");
    await page.goto(`/#${link}&embed=1`);
    await expect(page.locator(".frame-rate")).not.toHaveCount(0);
    await expect(page.locator(".charts-figure")).not.toHaveCount(0);
    await expectNothingToMend(page);
  }
});

test("what hide names is not there", async ({ page }) => {
  await page.goto("/#embed=1&hide=rules,charts,controls,playback");
  await expect(page.locator(".lane-caption")).toHaveCount(2);
  for (const part of [".lane-rule", ".charts", ".frame-rate", ".playback"])
    await expect(page.locator(part)).toHaveCount(0);
  await page.goto("/#embed=1&hide=stage");
  await expect(page.locator(".charts")).toHaveCount(1);
  await expect(page.locator(".stage")).toHaveCount(0);
});

test("the README's examples run", async ({ page, baseURL }) => {
  const readme = await readFile(join(import.meta.dirname, "../README.md"), "utf8");
  const [frame, element] = [...readme.matchAll(/```html\n([^]*?)```/g)].map(([, code]) => code!);
  const script = /```js\n([^]*?)```/.exec(readme)![1]!;
  const here = (code: string) =>
    code.replaceAll("https://example.org/ravine", baseURL!).replaceAll("https://example.org", baseURL!);
  await page.goto(hosts.address("empty"));
  const told = page.waitForEvent("console");
  await page.setContent(here(`<!doctype html><title>A course</title>${frame}<script>${script}</script>`));
  expect((await told).text()).toBe("40");
  await page.goto(hosts.address("empty"));
  await page.setContent(here(`<!doctype html><title>A course</title>${element}`));
  await page.getByRole("button", { name: "Twice the rate" }).click();
  await expect(page.getByRole("status")).toHaveText(/^[\d.e-]+, [\d.e-]+$/);
});

/** Opens a host page of another site than the frames in it; returns what the console complains of. */
async function visit(page: Page, host: string, link = "step=24"): Promise<string[]> {
  const complaints = complaintsOf(page);
  await page.goto(hosts.address(host, link));
  return complaints;
}

const frameOf = (page: Page): Frame => page.frames()[1]!;

const ask = (page: Page, method: string, params?: unknown, frame = 0) =>
  page.evaluate(
    ([method, params, frame]) => (window as unknown as Host).ask(method as string, params, frame as number),
    [method, params, frame] as const,
  );

const heard = (page: Page, method: string, frame = 0) =>
  page.evaluate(
    ([method, frame]) => (window as unknown as Host).untilHeard(method as string, frame as number),
    [method, frame] as const,
  );
