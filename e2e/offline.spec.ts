import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { complaintsOf, untilSteps } from "./page";

test.use({ serviceWorkers: "allow" });

test("after one visit the page and all its parts work offline, and a network that was trained; nothing is asked of strangers", async ({
  page,
  context,
  baseURL,
}) => {
  const [complaints, asked] = [complaintsOf(page, isOffline), requestsOf(context)];
  await page.goto("/#steps=60");
  await untilKept(page, "page");
  expect(await keptFiles(page)).not.toContainEqual(expect.stringMatching(/mnist|wasm$/));

  await context.setOffline(true);
  await page.reload();
  await expect(page.locator(".lesson")).toContainText("Loss after 60 steps");
  await expect(page.locator(".contour-map")).toHaveCount(2);
  await openEveryPart(page);

  // Not kept yet: it is said, and the page goes on.
  const network = "/#network=mnist-cnn&steps=3&images=1000&backend=cpu&run=adam";
  await page.goto(network);
  await expect(page.getByRole("alert")).toContainText("there is no connection");
  await page.getByRole("button", { name: "Surfaces" }).click();
  await expect(page.locator(".contour-map")).not.toHaveCount(0);
  await expect(page).not.toHaveURL(/network=/);
  await context.setOffline(false);
  await page.goto(network);
  await untilSteps(page, 3);
  await untilKept(page, "data");

  await context.setOffline(true);
  await page.reload();
  await untilSteps(page, 3);
  expect(strangers(asked, baseURL!)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("where storage is refused, as in private windows and strict frames, the page comes up and works", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await page.addInitScript(() => {
    const get = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, { get });
    for (const name of ["serviceWorker", "storage"]) Object.defineProperty(navigator, name, { get });
    Object.defineProperty(document, "cookie", { get, set: get });
  });
  const keeping = page.waitForRequest(/keep-offline/);
  await page.goto("/#steps=40");
  await expect(page.locator(".lesson")).toContainText("after 40 steps");
  await page.getByRole("button", { name: "3-D" }).click();
  await expect(page.locator(".space-view canvas").first()).toBeVisible();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  // The page has asked to be kept, and was refused.
  await (await keeping).response();
  await page.evaluate(
    () => new Promise((refused) => requestAnimationFrame(() => requestAnimationFrame(refused))),
  );
  expect(complaints).toEqual([]);
});

/** Opens whatever is loaded late. */
async function openEveryPart(page: Page): Promise<void> {
  await page.getByRole("button", { name: "3-D" }).click();
  await expect(page.locator(".space-view canvas").first()).toBeVisible();
  await page.getByRole("button", { name: "inside the step" }).click();
  await expect(page.locator(".step-map").first()).toBeVisible();
  await page.getByRole("button", { name: "What is RMSprop?" }).click();
  await expect(page.getByText(/Divides each coordinate's step/)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.frameLocator(".share-preview").locator(".embed-parts")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Your optimizer" }).click();
  await expect(page.locator(".rule-math")).toBeVisible();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByRole("button", { name: "神经网络" })).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
}

const isOffline = (text: string) => text.includes("ERR_INTERNET_DISCONNECTED");

function requestsOf(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on("request", (request) => asked.push(request.url()));
  return asked;
}

const strangers = (asked: readonly string[], own: string) =>
  asked.filter((url) => !["data:", "blob:", `${own}/`].some((start) => url.startsWith(start)));

const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return files.flat().map(({ url }) => url);
  });

/** Until the page, which is kept when its parts are, or all of the data too. */
async function untilKept(page: Page, what: "page" | "data"): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const files = await readdir(join(import.meta.dirname, "../dist/data/mnist"));
  const data = files.filter((file) => /\.(bin|json)$/.test(file)).length;
  const [file, count] = what === "page" ? [/^https?:\/\/[^/]+\/$/, 1] : [/mnist\/[\w-]+\.(bin|json)$/, data];
  const kept = async () => (await keptFiles(page)).filter((url) => file.test(url)).length;
  await expect.poll(kept).toBe(count);
}
