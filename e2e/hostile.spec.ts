import { gzipSync } from "node:zlib";
import { expect, test, type Frame, type Page } from "@playwright/test";
import { serveHosts } from "./hosts/serve";
import { complaintsOf } from "./page";
import { data, links, messages } from "./hostile-inputs";

/** Milliseconds in which the page is to be usable again, whatever came. */
const patience = 2000;

test("no link breaks the page: each is answered within two seconds by a message that names the field", async ({
  page,
}) => {
  expect(links.length + messages.length + data.length).toBeGreaterThanOrEqual(200);
  const complaints = harmTo(page);
  await page.goto("/#steps=5");
  await expect(page.locator(".lesson")).toContainText("after 5 steps");
  const failed = await page.evaluate(
    async ([links, patience]) => {
      const notices = document.querySelector(".notices")!;
      const painted = () =>
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const failed: string[] = [];
      for (const [i, [hash, field]] of links.entries()) {
        const begun = performance.now();
        // A key that nobody knows, and that is complained of too: then this link was read.
        const mark = `mark${i}`;
        const said = hash.length > 3900 ? `${hash.length + mark.length + 1} characters` : mark;
        location.hash = `${hash}&${mark}`;
        while (!notices.textContent.includes(said) && performance.now() - begun < patience) await painted();
        const lines = [...notices.querySelectorAll("li")].map(({ textContent }) => textContent);
        const told = lines.filter((line) => !line.includes(mark));
        const isAsWanted =
          field === undefined ? told.length === 0 : told.some((line) => line.includes(field));
        const isThere = () => document.querySelector(".stage, .network-view") !== null;
        do await painted();
        while (!isThere() && performance.now() - begun < patience);
        const took = performance.now() - begun;
        if (!isAsWanted || !isThere() || took > patience)
          failed.push(
            `${hash.slice(0, 80)}: ${took.toFixed(0)} ms, ${isThere() ? lines.join(" / ").slice(0, 300) : "nothing shown"}`,
          );
      }
      return failed;
    },
    [links, patience] as const,
  );
  expect(failed).toEqual([]);
  await isUsable(page);
  expect(complaints).toEqual([]);
});

test("no message breaks a frame: each is answered by a code, or by a problem that names the field", async ({
  page,
  baseURL,
}) => {
  const hosts = await serveHosts(baseURL!);
  const complaints = harmTo(page);
  await page.goto(hosts.address("plain"));
  const failed = await page.evaluate(
    async ([messages, patience]) => {
      type Data = { id?: unknown; method?: string; error?: { code: number }; params?: { field?: string } };
      const { heard, send, ask, untilHeard } = window as unknown as {
        heard: { data: Data }[];
        send(message: unknown): void;
        ask(method: string): Promise<unknown>;
        untilHeard(method: string): Promise<unknown>;
      };
      await untilHeard("ready");
      const failed: string[] = [];
      for (const [source, answer] of messages) {
        const begun = performance.now();
        heard.length = 0;
        send((0, eval)(`(${source})`));
        // Answers come in turn, and what was asked for later is answered later.
        await ask("get");
        await ask("get");
        const told = heard
          .flatMap(({ data }) => data)
          .filter(({ method }) => method === undefined || method === "problem");
        const isAsWanted =
          typeof answer === "number"
            ? told.some(({ error }) => error?.code === answer)
            : answer === undefined
              ? !told.some(({ error }) => error)
              : told.some(({ params }) => params?.field?.includes(answer));
        const took = performance.now() - begun;
        if (!isAsWanted || took > patience)
          failed.push(
            `${source.slice(0, 100)}: ${took.toFixed(0)} ms, ${JSON.stringify(told).slice(0, 300)}`,
          );
      }
      return failed;
    },
    [messages, patience] as const,
  );
  hosts.close();
  expect(failed).toEqual([]);
  await isUnharmed(page.frames()[1]!);
  expect(complaints).toEqual([]);
});

test("no data break the page: each file that is not as it should be is named", async ({ page }) => {
  const complaints = harmTo(page);
  let [file, status, body] = data[0]!;
  await page.route(/\/data\/mnist\//, (route) => {
    if (!route.request().url().endsWith(file)) return route.continue();
    return body === null ? route.abort() : route.fulfill({ status, body });
  });
  await page.goto("/#network=mnist-mlp&steps=1&backend=cpu");
  const bomb = gzipSync(Buffer.alloc(300_000_000), { level: 1 });
  for (const [i, input] of [...data, ["train-00.bin", 200, bomb] as const].entries()) {
    [file, status, body] = input;
    if (i > 0) await page.getByRole("button", { name: "try again" }).click();
    await expect(page.getByRole("alert"), `${i}: ${file}`).toContainText(file);
  }
  [file] = ["nothing"];
  await page.getByRole("button", { name: "try again" }).click();
  await expect(page.locator(".lesson")).toContainText("after 1 step");
  await isUnharmed(page);
  expect(complaints).toEqual([]);
});

test("what stands in the page's policy holds, in a frame without an origin too: text is not run, and strangers are not asked", async ({
  page,
  baseURL,
}) => {
  const hosts = await serveHosts(baseURL!);
  await page.goto(hosts.address("sandboxed"));
  await expect(page.frameLocator("iframe").locator(".stage")).toBeVisible();
  const held = {
    ran: [],
    refused: ["connect-src", "img-src", "script-src", "script-src-attr", "script-src-elem"],
  };
  expect(await whatIsRefused(page.frames()[1]!)).toEqual(held);
  hosts.close();
  await page.goto("/");
  await expect(page.locator(".stage")).toBeVisible();
  expect(await whatIsRefused(page)).toEqual(held);
});

/** What ran of what a page that trusted a text would run, and the parts of the policy that refused it. */
const whatIsRefused = (page: Page | Frame) =>
  page.evaluate(async () => {
    const refused = new Set<string>();
    const all = new Promise<void>((resolve) =>
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
        if (refused.add(effectiveDirective).size === 5) resolve();
      }),
    );
    const ran: string[] = [];
    Object.assign(window, { ran });
    // In a task of the page's own: what a test runs is not held to the policy.
    setTimeout(() => {
      try {
        new Function("ran.push('text')")();
      } catch {
        // As it should be.
      }
      const script = document.createElement("script");
      script.textContent = "ran.push('script')";
      document.body.append(script);
      document.body.insertAdjacentHTML(
        "beforeend",
        "<img src='data:,' onerror='ran.push(`attribute`)' hidden>",
      );
      void fetch("http://127.0.0.1:9/").catch(() => undefined);
      new Image().src = "http://127.0.0.1:9/";
    });
    await all;
    return { ran, refused: [...refused].sort() };
  });

/** What goes wrong on a page to which data of every kind are refused, and the dialogs it opens. */
function harmTo(page: Page): string[] {
  const harm = complaintsOf(page, (text) => text.startsWith("Failed to load resource"));
  page.on("dialog", (dialog) => void harm.push(dialog.message()));
  return harm;
}

/** No script ran, and no prototype has changed. */
const isUnharmed = async (page: Page | Frame) =>
  expect(
    await page.evaluate(() => [
      "cast" in window,
      Object.keys(Object.prototype),
      Object.keys(Array.prototype),
    ]),
  ).toEqual([false, [], []]);

async function isUsable(page: Page): Promise<void> {
  await isUnharmed(page);
  await page.goto("/#steps=7");
  await expect(page.locator(".lesson")).toContainText("after 7 steps");
}
