import { heardBy, listenIn, untilFrames } from "./bench-listen";
import { medianOf, type Report } from "./bench-rounds";
import { inBrowser, type Server } from "./bench-server";
import { launchArguments } from "./find-browser";

const visits = 5;

/** From a visitor's click on "Networks" to the first losses on the page, with the data in the browser's cache. */
export async function reportStartUp({ url }: Server): Promise<Report> {
  const rows = [];
  for (const [backend, args] of [
    ["webgpu", launchArguments.webgpu],
    ["auto", launchArguments.plain],
  ] as const) {
    const times: number[] = [];
    let computedBy = "";
    await inBrowser(args, async (open, browser) => {
      await listenIn(browser.contexts()[0]!);
      const first = await open(`${url}#network=mnist-mlp&steps=30&backend=${backend}`);
      await untilFrames(first, 31, { isLoaded: true });
      await first.close();
      for (let visit = 0; visit < visits; visit++) {
        const page = await open(`${url}#backend=${backend}`);
        // The surface is computed: the worker is there, as it is for a visitor who looks around first.
        await untilFrames(page, 101);
        await page.getByRole("button", { name: "Networks" }).click();
        const answer = (await untilFrames(page, 1)).find(({ frames }) => frames)!;
        const click = (await heardBy(page)).findLast(({ type }) => type === "click")!;
        times.push(answer.at - click.at);
        const by = (await heardBy(page)).findLast(({ type }) => type === "started")!.computedBy!;
        computedBy = `${by.backend}, ${by.adapter}`;
        await page.close();
      }
    });
    rows.push({ name: `backend ${backend} (${computedBy})`, milliseconds: medianOf(times) });
  }
  const aims = rows.map(({ name, milliseconds }) => ({
    claim: `${name}, at most 1000`,
    ...{ value: milliseconds, unit: "ms", isReached: milliseconds <= 1000 },
  }));
  return {
    title: `Choosing the network to the first losses, built page, data cached: median of ${visits} visits`,
    ...{ checks: [], rows, aims },
  };
}
