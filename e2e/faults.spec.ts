import { expect, test, type Page } from "@playwright/test";
import { badgeFacts, complaintsOf, heardBy, listenToWorker, lossesOf, untilSteps, type Heard } from "./page";

// The faults are put into the worker on its way to the browser: what is built and served knows nothing of them.

// Playwright switches it off.
test.use({
  launchOptions: ({ launchOptions }, give) =>
    give({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
});

const training = "/#network=mnist-mlp&steps=300&backend=webgpu&run=adam&run=nesterov";
const onSurface = "/#surface=beale&steps=40&backend=webgpu";

for (const { fault, script, told, starts, backend } of [
  {
    fault: "the GPU is lost",
    script: losing("made === 1 && copied && ++later === 3"),
    told: "gone for a moment",
    starts: 2,
    backend: "webgpu",
  },
  {
    fault: "the GPU is lost again and again",
    script: losing("submits === 9"),
    told: "three times",
    starts: 4,
    backend: "cpu",
  },
  {
    fault: "the worker dies",
    script: whenCopied('setTimeout(() => { throw new Error("injected"); });'),
    told: "broke off",
    starts: 2,
    backend: "webgpu",
  },
  {
    fault: "the worker gets stuck",
    script: whenCopied("for (;;);"),
    told: "got stuck",
    starts: 2,
    backend: "webgpu",
  },
])
  test(`${fault} while a network trains: it goes on with the same losses, and one message`, async ({
    page,
  }) => {
    const errors = complaintsOf(page);
    undisturbed ??= (await recordingOf(page, training, 300)).losses;
    await beforeTheEngine(page, script);
    const { losses, heard } = await recordingOf(page, training, 300);
    const begun = heard.filter(({ type }) => type === "started");
    expect(begun).toHaveLength(starts);
    const next = heard.find(({ type, at }) => type === "frames" && at >= begun.at(-1)!.at);
    // The copy, not the start, is where it goes on; what is lost at its beginning may have none yet.
    if (starts === 2) expect(next!.batch!.first).toBeGreaterThan(0);
    expectClose(losses, undisturbed);
    await expectNotice(page, told);
    expect((await badgeFacts(page)).Backend).toBe(backend);
    expect(errors).toEqual([]);
    console.log(`${fault}: the longest wait for frames was ${longestWait(heard)} ms`);
  });

test("what befalls the GPU on a surface leaves the same losses, and one message", async ({ page }) => {
  const errors = complaintsOf(page);
  const { losses: undisturbed } = await recordingOf(page, onSurface, 40);
  for (const { script, told, backend } of [
    { script: losing("made === 1 && submits === 1"), told: "gone for a moment", backend: "webgpu" },
    {
      script: 'GPUDevice.prototype.popErrorScope = async () => new GPUOutOfMemoryError("injected");',
      told: "too little memory",
      backend: "cpu",
    },
    {
      script: "GPUDevice.prototype.createComputePipelineAsync = async () => { throw new Error(); };",
      told: "could not run this program",
      backend: "cpu",
    },
  ]) {
    await beforeTheEngine(page, script);
    expectClose((await recordingOf(page, onSurface, 40)).losses, undisturbed);
    await expectNotice(page, told);
    expect((await badgeFacts(page)).Backend).toBe(backend);
  }
  await page.keyboard.press("Escape");
  await expect(page.locator(".notice")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("a worker that has gone unheard is missed at the next change, which is computed all the same", async ({
  page,
}) => {
  await page.goto("/#steps=40");
  await untilSteps(page, 40);
  const worker = page.workers().find((one) => one.url().includes("/worker-"));
  await worker!.evaluate("close()");
  await page.evaluate(() => (location.hash = "#steps=41"));
  await untilSteps(page, 41);
  await expectNotice(page, "got stuck");
});

test("a page that stood still, or was left and returned to, while it trains goes on where it was", async ({
  page,
}) => {
  const errors = complaintsOf(page);
  await listenToWorker(page);
  await page.goto("/#network=mnist-mlp&steps=6000&backend=cpu");
  await expect(page.locator(".lesson")).toContainText("after");
  // As a frozen tab, or one whose machine sleeps, for longer than a silent worker is borne.
  await page.evaluate(() => {
    for (const begun = performance.now(); performance.now() - begun < 3500;);
  });
  await page.evaluate(() => {
    addEventListener("pageshow", ({ persisted }) => (document.title = persisted ? "returned" : "new"));
  });
  await page.goto("about:blank");
  await page.goBack({ waitUntil: "commit" });
  await expect(page).toHaveTitle("returned");
  expect((await standingOf(page)).frames).toBeLessThan(6001);
  await untilSteps(page, 6000);
  expect(await standingOf(page)).toEqual({ starts: 1, frames: 6001 });
  await expect(page.locator(".notice")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("a part of the page that does not load, or breaks, says so in its place; the rest goes on", async ({
  page,
}) => {
  await page.route("**/Charts-*.js", (route) => route.abort());
  await page.goto("/#steps=40&lang=zh");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("页面的这一部分未能加载");
  await expect(page.locator(".lesson")).toContainText("40 步后");
  await page.unroute("**/Charts-*.js");
  await page.route("**/Charts-*.js", (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: "export const Charts = () => { throw new Error('injected'); };",
    }),
  );
  await alert.getByRole("button", { name: "重试" }).click();
  await expect(alert).toContainText("停止了工作");
  await page.unroute("**/Charts-*.js");
  await alert.getByRole("button", { name: "重新加载页面" }).click();
  await expect(page.locator(".charts-panel").first()).toBeVisible();
  await expect(alert).toHaveCount(0);
});

/** The losses of the training above, where nothing befalls it. */
let undisturbed: number[][] | undefined;

/** Runs a script in the first worker before the engine: an init script of the page does not reach it. */
async function beforeTheEngine(page: Page, script: string) {
  let workers = 0;
  await page.unrouteAll();
  await page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    const engine = await response.text();
    await route.fulfill({ response, body: workers++ === 0 ? `${script}\n${engine}` : engine });
  });
}

/** Loses a device after a submit: `made` devices there were, of which the last has had so many `submits`. */
function losing(when: string): string {
  return `
    let made = 0, submits = 0, device;
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...given) {
      device = await requestDevice.apply(this, given);
      made++;
      submits = 0;
      return device;
    };
    ${onSubmit(`submits++; if (${when}) device.destroy();`)}`;
}

/** Does something once, at a submit after the page was given a copy of where the runs stand. */
function whenCopied(action: string): string {
  return onSubmit(`if (copied && ++later === 3) { ${action} }`);
}

function onSubmit(action: string): string {
  return `
    let copied = false, later = 0;
    const post = self.postMessage;
    self.postMessage = (message, ...given) => {
      copied ||= message.type === "snapshot";
      post.call(self, message, ...given);
    };
    const { submit } = GPUQueue.prototype;
    GPUQueue.prototype.submit = function (...given) {
      submit.apply(this, given);
      ${action}
    };`;
}

/** Visits a link until all its steps are recorded: the losses by run and step, and all that was heard. */
async function recordingOf(page: Page, link: string, steps: number) {
  if (!listened.has(page)) await listenToWorker(page);
  listened.add(page);
  await page.goto("about:blank");
  await page.goto(link);
  await untilSteps(page, steps);
  const heard = await heardBy(page);
  return { losses: lossesOf(heard), heard };
}

const listened = new WeakSet<Page>();

/** Milliseconds from one batch of frames to the next. */
function longestWait(heard: readonly Heard[]): number {
  const times = heard.filter(({ type }) => type === "frames").map(({ at }) => at);
  return Math.round(Math.max(...times.slice(1).map((time, i) => time - times[i]!)));
}

function expectClose(losses: readonly number[][], others: readonly number[][]) {
  expect(losses.map(({ length }) => length)).toEqual(others.map(({ length }) => length));
  const apart = losses.flatMap((loss, run) =>
    loss.map((value, step) => Math.abs(value - others[run]![step]!)),
  );
  expect(Math.max(...apart)).toBeLessThanOrEqual(1e-4);
}

/** How often a training was begun, and how many frames of it have come: all that was heard would take seconds to read. */
const standingOf = (page: Page) =>
  page.evaluate(() => {
    const { heard } = window as unknown as { heard: Heard[] };
    return {
      starts: heard.filter(({ type }) => type === "started").length,
      frames: Math.max(...heard.map(({ batch }) => (batch ? batch.first + batch.count : 0))),
    };
  });

/** The one message that the visitor is told. */
async function expectNotice(page: Page, words: string) {
  await expect(page.locator(".notice li")).toHaveText([new RegExp(words)]);
}
