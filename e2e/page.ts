import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

/** What a visitor sees of the engine: the badge, opened for its facts. */
export async function badgeFacts(page: Page): Promise<Record<string, string>> {
  await page.locator(".badge > button").click();
  const facts = page.locator(".badge-facts");
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

/** Loss by run and step from the frames heard. */
export function lossesOf(heard: readonly Heard[]): number[][] {
  const losses: number[][] = [];
  for (const { batch } of heard)
    if (batch)
      for (let run = 0; run < batch.runs; run++)
        (losses[run] ??= []).push(...batch.loss.slice(run * batch.count, (run + 1) * batch.count));
  return losses;
}

export const checkpointsOf = (heard: readonly Heard[]) =>
  heard.flatMap(({ batch }) => batch?.checkpoints ?? []);

/** A file of the built page, to be served in another shape. */
export const built = (path: string) => readFile(join(import.meta.dirname, "../dist", path));
