import { expect, test, type Page } from "@playwright/test";
import { badgeFacts, heardBy, listenToWorker, untilSteps, type Heard } from "./page";

// The faults are put into the worker on its way to the browser: what is built and served knows nothing of them.

test("a GPU lost while a network trains comes back, and the run goes on from where it was", async ({
  page,
}) => {
  const errors = errorsOf(page);
  const link = "/#network=mnist-mlp&steps=400&backend=webgpu&run=adam&run=nesterov";
  const undisturbed = await lossesAt(page, link, 400);
  await beforeTheEngine(page, losing("made === 1 && submits === 60"));
  const { losses, heard } = await lossesAt(page, link, 400, 2);
  expectClose(losses, undisturbed.losses);
  const [, again] = heard.filter(({ type }) => type === "started");
  const next = heard.find(({ type, at }) => type === "frames" && at > again!.at);
  // From a snapshot, not from the start.
  expect(next?.batch?.first).toBeGreaterThan(0);
  await expectNotice(page, "gone for a moment");
  expect((await badgeFacts(page)).Backend).toBe("webgpu");
  expect(errors).toEqual([]);
});

test("a GPU that keeps going is left, and the run goes on on the CPU", async ({ page }) => {
  const errors = errorsOf(page);
  const link = "/#network=mnist-mlp&steps=120&backend=webgpu";
  const undisturbed = await lossesAt(page, link, 120);
  await beforeTheEngine(page, losing("submits === 5"));
  const { losses } = await lossesAt(page, link, 120, 4);
  expectClose(losses, undisturbed.losses);
  await expectNotice(page, "three times");
  expect((await badgeFacts(page)).Backend).toBe("cpu");
  await expect(page.locator(".badge > button")).toContainText("lost too often");
  expect(errors).toEqual([]);
});

/** A line of script run in the worker before the engine: an init script of the page does not reach it. */
const beforeTheEngine = (page: Page, line: string) =>
  page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });

/** Loses a device after a submit: `made` devices there were, of which the last has had so many `submits`. */
const losing = (when: string) => `
  let made = 0, submits = 0, device;
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    device = await requestDevice.apply(this, given);
    made++;
    submits = 0;
    return device;
  };
  const { submit } = GPUQueue.prototype;
  GPUQueue.prototype.submit = function (...given) {
    submit.apply(this, given);
    submits++;
    if (${when}) device.destroy();
  };`;

let visits = 0;

/** Visits a link until all its steps are recorded: the losses by run and step, and all that was heard of `starts`. */
async function lossesAt(page: Page, link: string, steps: number, starts = 1) {
  if (visits++ === 0 || (await page.evaluate(() => !("heard" in window)))) await listenToWorker(page);
  await page.goto("about:blank");
  await page.goto(link);
  await untilSteps(page, steps);
  const heard = await heardBy(page);
  expect(heard.filter(({ type }) => type === "started")).toHaveLength(starts);
  return { losses: lossesByStep(heard), heard };
}

/** What was told last of each step. */
function lossesByStep(heard: readonly Heard[]): number[][] {
  const losses: number[][] = [];
  for (const { batch } of heard)
    for (let run = 0; batch && run < batch.runs; run++)
      for (let k = 0; k < batch.count; k++)
        (losses[run] ??= [])[batch.first + k] = batch.loss[run * batch.count + k]!;
  return losses;
}

function expectClose(losses: readonly number[][], others: readonly number[][]) {
  expect(losses.map(({ length }) => length)).toEqual(others.map(({ length }) => length));
  const apart = losses.flatMap((loss, run) => loss.map((value, step) => Math.abs(value - others[run]![step]!)));
  expect(Math.max(...apart)).toBeLessThanOrEqual(1e-4);
}

/** The one message that the visitor is told. */
async function expectNotice(page: Page, words: string) {
  await expect(page.locator(".notice li")).toHaveText([new RegExp(words)]);
}

/** What reaches the console as an error, or is handled by nobody. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}
