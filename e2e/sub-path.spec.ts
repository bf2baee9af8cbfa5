import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { complaintsOf } from "./page";
import { serveFolder, type ServedFolder } from "./serve-folder";
import { serveHosts } from "./hosts/serve";

let ravine: ServedFolder;
test.beforeAll(async () => {
  ravine = await serveFolder(join(import.meta.dirname, "../dist"), { path: "/courses/ml/ravine/" });
});
test.afterAll(() => ravine.close());

test("from a sub-path of a plain static host the page draws, trains, turns, speaks Chinese and is embedded", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));

  await page.goto(`${ravine.url}#surface=himmelblau&view=3d&lang=zh&run=adam(lr=0.1)&step=12`);
  await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
  await expect(page.locator(".space-view canvas").first()).toBeVisible();
  await page.goto(`${ravine.url}#network=mnist-mlp&steps=20&backend=cpu&run=sgd`);
  await expect(page.locator(".lesson")).toContainText("after 20 steps");

  const course = await serveHosts(ravine.url.replace(/\/$/, ""));
  await page.goto(course.address("element"));
  await expect(page.frameLocator("ravine-lab iframe").locator(".lane-caption b")).toHaveText([
    "Momentum",
    "RMSprop",
  ]);
  course.close();

  const own = asked.filter((url) => url.startsWith(new URL(ravine.url).origin));
  expect(own.filter((url) => !url.startsWith(ravine.url))).toEqual([]);
  expect(own.some((url) => url.includes("/data/mnist/"))).toBe(true);
  expect(ravine.missing).toEqual([]);
  expect(complaints).toEqual([]);
});
