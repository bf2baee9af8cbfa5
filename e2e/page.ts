import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

/** What a visitor sees of the engine: the badge, opened for its facts. */
export async function badgeFacts(page: Page): Promise<Record<string, string>> {
  await page.locator(".badge > button").click();
  const facts = page.locator(".badge-facts");
  await facts.waitFor();
  const [names, values] = await Promise.all([
    facts.locator("dt").allInnerTexts(),
    facts.locator("dd").allInnerTexts(),
  ]);
  await page.keyboard.press("Escape");
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
}

/** Waits until the sentence above the stage says that so many steps are recorded. */
export const untilSteps = (page: Page, steps: number, timeout = 60_000) =>
  expect(page.locator(".lesson")).toContainText(`after ${steps.toLocaleString("en")} step`, { timeout });

/** Every message of the worker to the page from now on, kept in `window.heard`; call before the first visit. */
export async function listenToWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener("message", ({ data }) => {
          // Eight million pixels are not worth a copy.
          if (data.type !== "testSet") heard.push({ ...structuredClone(data), at: performance.now() });
        });
      }
    };
  });
}

export type Heard = {
  readonly type: string;
  /** Milliseconds after navigation. */
  readonly at: number;
  readonly computedBy?: { backend: string; adapter: string; precision: string };
  readonly batch?: {
    first: number;
    count: number;
    runs: number;
    loss: number[];
    theta?: number[];
    checkpoints: { step: number; train: number[]; test: number[] }[];
  };
};

/** What was heard so far, typed arrays as lists. */
export const heardBy = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => {
    const { heard } = window as unknown as { heard: unknown[] };
    return JSON.parse(
      JSON.stringify(heard, (_, value: unknown) =>
        ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
      ),
    );
  });

/** Loss by run and step from the frames heard: what was told last of each step. */
export function lossesOf(heard: readonly Heard[]): number[][] {
  const losses: number[][] = [];
  for (const { batch } of heard)
    for (let run = 0; batch && run < batch.runs; run++)
      for (let k = 0; k < batch.count; k++)
        (losses[run] ??= [])[batch.first + k] = batch.loss[run * batch.count + k]!;
  return losses;
}

/** What reaches the console as an error from now on, but for what a test expects, and what is handled by nobody. */
export function complaintsOf(page: Page, isExpected: (text: string) => boolean = () => false): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !isExpected(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

export const checkpointsOf = (heard: readonly Heard[]) =>
  heard.flatMap(({ batch }) => batch?.checkpoints ?? []);

/** A file of the built page, to be served in another shape. */
export const built = (path: string) => readFile(join(import.meta.dirname, "../dist", path));
