import type { Page } from "playwright";
import { percentileOf } from "./bench-frame-times";
import type { Report } from "./bench-rounds";
import { inBrowser, type Server } from "./bench-server";
import { eightRuns } from "./eight-runs";
import { launchArguments } from "./find-browser";

const presses = 120;
/** Milliseconds from a key to the paths it moved. */
const aim = 33;

type Times = { readonly drawn: readonly number[]; readonly painted: readonly number[] };

/** From a key pressed on a learning rate's slider to the frame that has the new path. */
export async function reportSliders({ url }: Server): Promise<Report> {
  return inBrowser(launchArguments.plain, async (open, browser) => {
    const page = await open(`${url}#view=overlay&steps=500&${eightRuns(8)}`);
    const slider = page.getByRole("slider", { name: "Adam: learning rate" });
    await slider.waitFor();
    for (const room of await page.locator("[class*=-to-come]").all())
      await room.waitFor({ state: "detached" });
    await slider.focus();
    await followPresses(page);
    for (let press = 0; press < presses; press++) {
      await page.keyboard.press(press % 2 ? "ArrowLeft" : "ArrowRight");
      await page.waitForFunction(
        (count) => (window as unknown as { times: Times }).times.painted.length > count,
        press,
      );
    }
    const { drawn, painted } = await page.evaluate(() => (window as unknown as { times: Times }).times);
    const value = percentileOf(painted, 0.95);
    return {
      title: `A learning rate's slider, eight runs x 500 steps on the ravine, ${presses} presses of a key, Chromium ${browser.version()}`,
      ...{ checks: [], rows: [] },
      facts: [
        { name: "a press to the paths drawn, median", value: percentileOf(drawn, 0.5), unit: "ms" },
        { name: "a press to the frame with them, median", value: percentileOf(painted, 0.5), unit: "ms" },
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

/** Keeps how long after each press of a key its paths were drawn, and the frame that has them was handed over. */
const followPresses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times = { drawn: [] as number[], painted: [] as number[] };
    Object.assign(window, { times });
    let pressed: number | undefined;
    let drawnOf: number | undefined;
    addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
    // Posted before anything else is done for a frame, it is the first to be read when the frame has been handed over.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (drawnOf !== undefined) times.painted.push(performance.now() - drawnOf);
      drawnOf = undefined;
    };
    const frame = () => {
      port2.postMessage(undefined);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const mark = performance.mark.bind(performance);
    performance.mark = (name, options) => {
      if (name === "paths drawn" && pressed !== undefined) {
        times.drawn.push(performance.now() - pressed);
        [drawnOf, pressed] = [pressed, undefined];
      }
      return mark(name, options);
    };
  });
