import type { Locator, Page } from "playwright";
import { percentileOf } from "./bench-frame-times";
import type { Report } from "./bench-rounds";
import { inBrowser, type Server } from "./bench-server";
import { eightRuns } from "./eight-runs";
import { launchArguments } from "./find-browser";

const moves = 120;
/** Milliseconds from a key to the paths it moved. */
const aim = 33;

/** Of one move, in milliseconds: until its paths were drawn, and until the frame that has them was handed over. */
type Times = { readonly drawn: number; readonly painted: number };

/** From a move of a learning rate's slider, by a key and by a pointer, to the frame that has the new path. */
export async function reportSliders({ url }: Server): Promise<Report> {
  return inBrowser(launchArguments.plain, async (open, browser) => {
    const page = await open(`${url}#view=overlay&steps=500&${eightRuns(8)}`);
    const slider = page.getByRole("slider", { name: "Adam: learning rate" });
    await slider.waitFor();
    for (const room of await page.locator("[class*=-to-come]").all())
      await room.waitFor({ state: "detached" });
    await followMoves(page);
    const pressed = await pressKeys(page, slider);
    const dragged = await drag(page, slider);
    const value = percentileOf(pressed.painted, 0.95);
    const facts = (what: string, { drawn, painted }: Record<keyof Times, readonly number[]>) => [
      { name: `${what} to the paths drawn, median`, value: percentileOf(drawn, 0.5), unit: "ms" },
      { name: `${what} to the frame with them, median`, value: percentileOf(painted, 0.5), unit: "ms" },
    ];
    return {
      title: `A learning rate's slider, eight runs x 500 steps on the ravine, ${moves} moves each, Chromium ${browser.version()}`,
      ...{ checks: [], rows: [] },
      facts: [
        ...facts("a press of a key", pressed),
        ...facts("a move of the pointer", dragged),
        { name: "a move of the pointer, p95", value: percentileOf(dragged.painted, 0.95), unit: "ms" },
      ],
      aims: [
        {
          claim: `a press to the frame with the new path, p95, at most ${aim}`,
          ...{ value, unit: "ms", isReached: value <= aim },
        },
      ],
    };
  });
}

async function pressKeys(page: Page, slider: Locator) {
  await slider.focus();
  const keyOf = (move: number) => (move % 2 ? "ArrowLeft" : "ArrowRight");
  return timesOf(
    page,
    (move) => page.keyboard.down(keyOf(move)),
    (move) => page.keyboard.up(keyOf(move)),
  );
}

async function drag(page: Page, slider: Locator) {
  const { x, y, width, height } = (await slider.boundingBox())!;
  const to = (move: number) => page.mouse.move(x + width * (move % 2 ? 0.5 : 0.52), y + height / 2);
  await to(1);
  await page.mouse.down();
  const times = await timesOf(page, to);
  await page.mouse.up();
  return times;
}

/** Makes one move after the other, each once the last is painted and ended. */
async function timesOf(
  page: Page,
  moveTo: (move: number) => Promise<void>,
  end?: (move: number) => Promise<void>,
) {
  const times: Times[] = [];
  for (let move = 0; move < moves; move++) {
    const painted = page.evaluate(() => (window as unknown as { nextTimes(): Promise<Times> }).nextTimes());
    await moveTo(move);
    times.push(await painted);
    await end?.(move);
  }
  return { drawn: times.map(({ drawn }) => drawn), painted: times.map(({ painted }) => painted) };
}

/**
 * Follows each press of a key and move of the pointer. Asks for no frames of its own: while any are asked for, a browser
 * hears no worker between a key and the next frame.
 */
const followMoves = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let moved: number | undefined;
    let tell: (times: Times) => void = () => undefined;
    const nextTimes = () => new Promise<Times>((resolve) => (tell = resolve));
    Object.assign(window, { nextTimes });
    for (const type of ["keydown", "pointermove"])
      addEventListener(type, ({ timeStamp }) => (moved = timeStamp), true);
    // Posted within a frame, it is read when the frame has been handed over.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ since: number; drawn: number }>) =>
      tell({ drawn: data.drawn, painted: performance.now() - data.since });
    const mark = performance.mark.bind(performance);
    performance.mark = (name, options) => {
      if (name === "paths drawn" && moved !== undefined) {
        port2.postMessage({ since: moved, drawn: performance.now() - moved });
        moved = undefined;
      }
      return mark(name, options);
    };
  });
