import { expect, test, type Frame, type Page } from "@playwright/test";
import { serveHosts, type Hosts } from "./hosts/serve";

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
  await page.evaluate(() =>
    (window as unknown as Host).send({
      jsonrpc: "2.0",
      id: 1,
      method: "set",
      params: { hash: "surface=beale" },
    }),
  );
  // The same from within, by who is not the parent.
  await frame.evaluate(() =>
    postMessage({ jsonrpc: "2.0", id: 2, method: "set", params: { hash: "surface=beale" } }, "*"),
  );
  await frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await frame.evaluate(() => location.hash)).not.toContain("beale");
  expect(await page.evaluate(() => (window as unknown as Host).heard)).toEqual([]);
});

for (const backend of ["auto", "webgpu"])
  test(`a sandboxed frame without an origin computes, ${backend}`, async ({ page }) => {
    const complaints = await visit(page, "sandboxed", backend);
    await heard(page, "done");
    expect(await page.evaluate(() => (window as unknown as Host).heard[0]!.origin)).toBe("null");
    const { result } = await ask(page, "recording");
    expect(result).toMatchObject({
      backend: backend === "auto" ? "cpu" : "webgpu",
      runs: [{ steps: 100 }, {}],
    });
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

/** Opens a host page of another site than the frames in it; returns what the console complains of. */
async function visit(page: Page, host: string, backend = "auto"): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(hosts.address(host, backend));
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
