import type { BrowserContext, Page } from "playwright";

/** What passed between the page and its worker, in short; and the visitor's clicks. */
export type Heard = {
  readonly type: string;
  /** Milliseconds after navigation. */
  readonly at: number;
  readonly message?: string;
  readonly computedBy?: { readonly backend: string; readonly adapter: string };
  /** Whether all data have come. */
  readonly isLoaded?: boolean;
  /** Frames so far. */
  readonly frames?: number;
  /** Test accuracy of each run at the last checkpoint in a batch. */
  readonly test?: readonly number[];
};

/** Keeps what passes between every later page and its worker; call before the first visit. */
export async function listenIn(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: Heard[] = [];
    Object.assign(window, { heard });
    addEventListener("click", ({ type }) => heard.push({ type, at: performance.now() }), true);
    const short = (data: Message): Heard => ({
      type: data.type,
      at: performance.now(),
      ...(data.message !== undefined && { message: data.message }),
      ...(data.computedBy && { computedBy: data.computedBy }),
      ...(data.type === "loading" && { isLoaded: data.loaded === data.total }),
      ...(data.batch && { frames: data.batch.first + data.batch.count }),
      ...(data.batch?.checkpoints.length && { test: [...data.batch.checkpoints.at(-1)!.test] }),
    });
    type Message = Heard & {
      readonly loaded?: number;
      readonly total?: number;
      readonly batch?: { first: number; count: number; checkpoints: { test: Iterable<number> }[] };
    };
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener("message", ({ data }) => heard.push(short(data)));
        const post = this.postMessage.bind(this);
        this.postMessage = (request: Message) => {
          heard.push(short(request));
          post(request);
        };
      }
    };
  });
}

/** Everything heard so far. */
export const heardBy = (page: Page): Promise<readonly Heard[]> => page.evaluate<readonly Heard[]>("heard");

/** Waits until so many frames of the last start have come, and all data if asked; all heard since that start. */
export async function untilFrames(
  page: Page,
  frames: number,
  { isLoaded = false, timeout = 120_000 } = {},
): Promise<readonly Heard[]> {
  await page.waitForFunction(
    ({ frames, isLoaded }) => {
      const { heard } = window as unknown as { heard: Heard[] };
      const since = heard.slice(heard.findLastIndex(({ type }) => type === "start"));
      if (since.some(({ type }) => type === "failed")) return true;
      return (
        since.some((each) => (each.frames ?? 0) >= frames) &&
        (!isLoaded || since.some(({ isLoaded }) => isLoaded))
      );
    },
    { frames, isLoaded },
    // Not each animation frame: the page has enough to do.
    { timeout, polling: 50 },
  );
  const heard = await heardBy(page);
  const since = heard.slice(heard.findLastIndex(({ type }) => type === "start"));
  const failure = since.find(({ type }) => type === "failed");
  if (failure) throw new Error(failure.message);
  return since;
}
