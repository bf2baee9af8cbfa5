import { join } from "node:path";
import { expect, test, type Browser, type Locator, type Page } from "@playwright/test";
import { complaintsOf } from "../page";
import { serveFolder, type ServedFolder } from "../serve-folder";
import { buildSite, versionOf, type SiteKind } from "./build-site";

const surface = "#surface=beale&run=adam(lr=0.1)&run=lion&step=12";
const network = "#network=mnist-mlp&steps=30&run=sgd&run=adam&backend=cpu";

let ravine: ServedFolder;
test.beforeAll(async () => {
  ravine = await serveFolder(join(import.meta.dirname, "../../dist"), { path: "/courses/ml/ravine/" });
});
test.afterAll(() => ravine.close());

test("a reveal.js deck", async ({ page, browser }) => {
  const { site, complaints } = await open("reveal", page, {
    EMBED_ONE: await codeFor(browser, "reveal.js", surface),
    EMBED_TWO: await codeFor(browser, "<ravine-lab>", network),
  });
  const frame = page.locator("section.present > iframe");
  const element = page.locator("section.present ravine-lab");
  const turn = (key: string) => page.keyboard.press(key);
  const entries = () => page.evaluate(() => history.length);

  await turn("ArrowRight");
  await runsSurface(frame);
  await turn("ArrowRight");
  await runsNetwork(element.locator("iframe"));
  const before = await entries();
  await turn("ArrowLeft");
  await runsSurface(frame);
  await turn("ArrowRight");
  await runsNetwork(element.locator("iframe"));
  await page.screenshot({ path: picture("reveal-element") });
  const height = await heightOf(element.locator("iframe"));
  // The deck keeps its own size and is drawn smaller.
  await page.setViewportSize({ width: 640, height: 900 });
  await hasNothingToScroll(element.locator("iframe"));
  await turn("ArrowLeft");
  await runsSurface(frame);
  await hasNothingBeside(frame);
  await page.screenshot({ path: picture("reveal-frame") });
  // What the turns leave there, a frame that begins anew included.
  const own = (await entries()) - before;
  expect(complaints).toEqual([]);
  site.close();
  await tell(
    "reveal.js",
    `slides left and returned to; element 420px -> ${height} high; ${own} entries in the history for 3 turns`,
  );
});

test("a VitePress site", async ({ page, browser }) => {
  const element = await codeFor(browser, "<ravine-lab>", network);
  const { site, complaints } = await open("vitepress", page, {
    EMBED_ONE: await codeFor(browser, "Markdown, Quarto", surface),
    EMBED_TWO: element.slice(element.indexOf("<ravine-lab")),
  });
  const [one, two] = [page.locator("main iframe").first(), page.locator("ravine-lab iframe")];
  await runsSurface(one);
  await runsNetwork(two);
  await page.screenshot({ path: picture("vitepress"), fullPage: true });
  const before = await heightOf(two);
  await page.setViewportSize({ width: 420, height: 900 });
  await expect.poll(() => heightOf(two)).not.toBe(before);
  await hasNothingToScroll(two);
  const heights = `element ${before} -> ${await heightOf(two)} high where the window is narrow`;
  const over = await hasNothingBeside(one);
  await page.screenshot({ path: picture("vitepress-narrow"), fullPage: true });
  await leaveAndReturn(page, page.getByRole("main"), "Back to the course", [one, two]);
  expect(complaints).toEqual([]);
  site.close();
  await tell(
    "vitepress",
    `left by its router and returned to, by Back and by a link; ${heights}; fixed frame there scrolls ${over}px`,
  );
});

test("a MyST book", async ({ page, browser }) => {
  const { site, complaints } = await open("myst", page, {
    EMBED_ONE: await codeFor(browser, "MyST", surface),
    EMBED_TWO: await codeFor(browser, "MyST", network),
  });
  const [one, two] = [page.locator("iframe").first(), page.locator("iframe").nth(1)];
  await runsSurface(one);
  await runsNetwork(two);
  await expect(one).toHaveAttribute("title", /Ravine/);
  await page.screenshot({ path: picture("myst"), fullPage: true });
  const width = (await one.boundingBox())!.width;
  await page.setViewportSize({ width: 420, height: 900 });
  const over = await hasNothingBeside(one);
  await hasNothingBeside(two);
  const narrow = (await one.boundingBox())!.width;
  await page.screenshot({ path: picture("myst-narrow"), fullPage: true });
  await leaveAndReturn(page, page.locator("body"), "Back to the book", [one, two]);
  expect(complaints).toEqual([]);
  site.close();
  await tell(
    "mystmd",
    `left and returned to, by Back and by a link; frames ${width} -> ${narrow}px wide, and scroll ${over}px there`,
  );
});

/** Builds the site, serves it on another site than Ravine's, and opens it. */
async function open(kind: SiteKind, page: Page, codes: Record<"EMBED_ONE" | "EMBED_TWO", string>) {
  const folder = await buildSite(kind, { ...codes, ELEMENT_SCRIPT: `${ravine.url}ravine-1.js` });
  const site = await serveFolder(folder, { host: "127.0.0.1" });
  const complaints = complaintsOf(page);
  await page.goto(site.url);
  return { site, complaints };
}

/** Leaves for the next chapter and returns, by Back and by a link: both embeds run again. */
async function leaveAndReturn(
  page: Page,
  text: Locator,
  link: string,
  [one, two]: readonly [Locator, Locator],
) {
  for (const back of [() => page.goBack(), () => page.getByRole("link", { name: link }).press("Enter")]) {
    // By key: a frame that takes another height moves what a pointer is about to hit.
    await text.getByRole("link", { name: "The next chapter" }).press("Enter");
    await expect(page.getByRole("heading", { name: "The next chapter" })).toBeVisible();
    // Nothing goes on where nobody looks.
    await expect.poll(() => page.workers().length).toBe(0);
    await back();
    await runsSurface(one);
    await runsNetwork(two);
  }
}

/** What the share dialog gives an author to paste. */
async function codeFor(browser: Browser, kind: string, hash: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(ravine.url + hash);
  await expect(page.locator(".lesson")).toContainText(/after [\d,]+ step/);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: kind, exact: true }).click();
  // The preview tells the height that the code takes.
  await expect(page.frameLocator(".share-preview").locator(".playback-position")).toContainText(" of ");
  const code = await page.getByLabel("embed code", { exact: true }).inputValue();
  await page.close();
  return code;
}

async function runsSurface(frame: Locator): Promise<void> {
  await frame.scrollIntoViewIfNeeded();
  const inside = frame.contentFrame();
  await expect(inside.locator(".lane-caption b")).toHaveText(["Adam", "Lion"]);
  await expect(inside.locator(".playback-position")).toContainText("12 of 100");
}

async function runsNetwork(frame: Locator): Promise<void> {
  await frame.scrollIntoViewIfNeeded();
  await expect(frame.contentFrame().locator(".playback-position")).toContainText("30 of 30");
}

const heightOf = (frame: Locator) => frame.evaluate(({ style }) => style.height);

async function hasNothingToScroll(frame: Locator): Promise<void> {
  await frame.scrollIntoViewIfNeeded();
  await expect.poll(() => hidden(frame)).toEqual([0, 0]);
}

/** That of a frame of fixed height nothing is hidden at the side; how much is below, in pixels. */
async function hasNothingBeside(frame: Locator): Promise<number> {
  await frame.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await hidden(frame))[0]).toBe(0);
  return (await hidden(frame))[1]!;
}

const hidden = (frame: Locator): Promise<number[]> =>
  frame
    .contentFrame()
    .locator("html")
    .evaluate((html) => [html.scrollWidth - html.clientWidth, html.scrollHeight - html.clientHeight]);

const picture = (name: string) => join(import.meta.dirname, `../../test-results/real-hosts/${name}.png`);

async function tell(tool: string, what: string): Promise<void> {
  console.log(`${tool} ${await versionOf(tool)}: two embeds run, ${what}`);
}
