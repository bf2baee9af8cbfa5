import type { CDPSession, Page } from "playwright";
import { percentileOf, startFrames, stopFrames, type Frames } from "./bench-frame-times";
import type { Aim, Fact, Report } from "./bench-rounds";
import { buildPage, inBrowser, serveBuilt } from "./bench-server";
import { reportSliders } from "./bench-sliders";
import { eightRuns } from "./eight-runs";
import { launchArguments } from "./find-browser";

/** Milliseconds: sixty frames a second, with what the clock rounds. */
const aim = 17;
/** The empty page's loop runs this long, before and after the playback: what else the machine does then shows. */
const restSeconds = 4;
/** Playing 500 steps takes 8.3 seconds at the usual speed. */
const timeout = 60_000;

const scenes = [
  { name: "eight runs on one map", hash: `#view=overlay&steps=500&${eightRuns(8)}`, runs: 8 },
  // From five runs on, the page has all on one map.
  { name: "four runs side by side", hash: `#view=split&steps=500&${eightRuns(4)}`, runs: 4 },
  { name: "eight runs in space", hash: `#view=3d&steps=500&${eightRuns(8)}`, runs: 8 },
];

type Played = Frames & { readonly thread: number; readonly script: number; readonly browser: number };

/** The built page at work: what a frame of playing takes, beside an empty page; then from a slider's move to its paths. */
export async function* reportFrames(): AsyncGenerator<Report> {
  const built = await buildPage();
  const server = await serveBuilt(built.folder);
  try {
    yield await inBrowser(launchArguments.plain, async (open, browser) => {
      const browserSession = await browser.newBrowserCDPSession();
      const visited = async (url: string, play: (page: Page) => Promise<void>) => {
        const page = await open(url);
        const session = await page.context().newCDPSession(page);
        await session.send("Performance.enable", { timeDomain: "threadTicks" });
        const played = await measured(page, session, browserSession, () => play(page));
        await page.close();
        return played;
      };
      const rest = (page: Page) => page.waitForTimeout(1000 * restSeconds);
      const before = await visited("about:blank", rest);
      const played: (readonly [(typeof scenes)[number], Played])[] = [];
      for (const scene of scenes)
        played.push([scene, await visited(server.url + scene.hash, (page) => playThrough(page))]);
      const after = await visited("about:blank", rest);
      return reportOf(played, [before, after], browser.version());
    });
    yield await reportSliders(server);
  } finally {
    await server.close();
    built.remove();
  }
}

/** Waits for all that comes late, then measures the frames until `act` is done. */
async function measured(
  page: Page,
  session: CDPSession,
  browser: CDPSession,
  act: () => Promise<void>,
): Promise<Played> {
  for (const room of await page.locator("[class*=-to-come]").all()) await room.waitFor({ state: "detached" });
  const usage = async () => {
    const [{ metrics }, { processInfo }] = await Promise.all([
      session.send("Performance.getMetrics"),
      browser.send("SystemInfo.getProcessInfo"),
    ]);
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    const all = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    return { thread: metric("TaskDuration"), script: metric("ScriptDuration"), browser: all };
  };
  await startFrames(page);
  const begun = await usage();
  await act();
  const ended = await usage();
  const frames = await stopFrames(page);
  const aFrame = (part: keyof typeof begun) => (1000 * (ended[part] - begun[part])) / frames.gaps.length;
  return { ...frames, thread: aFrame("thread"), script: aFrame("script"), browser: aFrame("browser") };
}

async function playThrough(page: Page): Promise<void> {
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "pause", exact: true }).waitFor();
  await page.getByRole("button", { name: "play", exact: true }).waitFor({ timeout });
}

function reportOf(
  played: readonly (readonly [(typeof scenes)[number], Played])[],
  empty: readonly [Played, Played],
  version: string,
): Report {
  const resting = empty.flatMap(({ gaps }) => gaps);
  const facts = (
    { name }: { name: string },
    { gaps, longTasks, thread, script, browser }: Played,
  ): Fact[] => [
    { name: `${name}, median frame`, value: percentileOf(gaps, 0.5), unit: "ms" },
    { name: `${name}, p95 / that of an empty page`, value: percentileOf(gaps, 0.95) / percentileOf(resting, 0.95), unit: "" }, // prettier-ignore
    { name: `${name}, the page's thread a frame`, value: thread, unit: "ms" },
    { name: `${name}, of that JavaScript`, value: script, unit: "ms" },
    { name: `${name}, processor time of the whole browser a frame`, value: browser, unit: "ms" },
    { name: `${name}, longest task`, value: Math.max(0, ...longTasks), unit: "ms" },
  ];
  const aims = ({ name }: { name: string }, { gaps, longTasks }: Played): Aim[] => {
    const value = percentileOf(gaps, 0.95);
    return [
      { claim: `${name}, p95 of ${gaps.length} frames, at most ${aim}`, value, unit: "ms", isReached: value <= aim },
      { claim: `${name}, tasks above 50 ms, none`, value: longTasks.length, isReached: longTasks.length === 0 },
    ]; // prettier-ignore
  };
  return {
    title: `Playing 500 steps on the ravine, built page, 1440 x 900, no GPU, Chromium ${version}`,
    ...{ checks: [], rows: [] },
    facts: [
      { name: "an empty page, median frame", value: percentileOf(resting, 0.5), unit: "ms" },
      { name: "an empty page, p95", value: percentileOf(resting, 0.95), unit: "ms" },
      {
        name: "an empty page, processor time of the whole browser a frame",
        value: empty[0].browser,
        unit: "ms",
      },
      ...played.flatMap(([scene, frames]) => facts(scene, frames)),
    ],
    aims: played.flatMap(([scene, frames]) => aims(scene, frames)),
  };
}
