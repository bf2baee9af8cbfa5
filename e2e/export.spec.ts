import { readFile } from "node:fs/promises";
import { expect, test, type Page } from "@playwright/test";
import { untilSteps } from "./page";

test("a visitor saves the maps, the charts, the animation, the numbers and a script", async ({ page }) => {
  await page.goto("/#surface=beale&run=adam(lr=0.1)&run=lion@keras(lr=0.05)&steps=12&step=9");
  await untilSteps(page, 12);
  await page.getByRole("button", { name: "Share" }).click();

  const png = await saved(page, "Maps: save as PNG");
  expect(png.name).toBe("beale-adam-lion.png");
  const picture = await page.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return { width: bitmap.width, colours: colours.size, corner: [...data.subarray(0, 3)] };
  }, png.bytes.toString("base64"));
  expect(picture).toMatchObject({ width: 2000, corner: [255, 255, 255] });
  expect(picture.colours).toBeGreaterThan(200);

  for (const [kind, name] of [
    ["Maps", "beale-adam-lion.svg"],
    ["Charts", "beale-adam-lion-charts.svg"],
  ] as const) {
    const svg = await saved(page, `${kind}: save as SVG`);
    expect(svg.name).toBe(name);
    const read = await page.evaluate((text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
      const names = [...root.querySelectorAll("text")].map(({ textContent }) => textContent);
      return { tag: root.tagName, names, paths: root.querySelectorAll("g.path path, g.line path").length };
    }, svg.bytes.toString());
    expect(read).toMatchObject({
      tag: "svg",
      names: expect.arrayContaining(["Adam", "Lion", "step 9 of 12"]),
    });
    expect(read.paths).toBeGreaterThan(2);
  }
  expect((await saved(page, "Charts: save as PNG")).bytes.subarray(1, 4).toString()).toBe("PNG");

  const csv = await saved(page, "Recording: save as CSV");
  expect(csv.name).toBe("beale-adam-lion.csv");
  const lines = csv.bytes.toString().trim().split("\n");
  expect(lines).toHaveLength(1 + 2 * 13);
  expect(lines[0]).toBe("run,optimizer,step,loss,x,y");
  const { runs } = JSON.parse((await saved(page, "Recording: save as JSON")).bytes.toString());
  expect(
    runs.map(({ optimizer, convention }: Record<string, string>) => `${optimizer} ${convention}`),
  ).toEqual(["adam pytorch", "lion keras"]);
  expect(lines[13]).toBe(`1,adam,12,${runs[0].loss[12]},${runs[0].theta[12].join()}`);

  const script = await saved(page, "Script: save as PyTorch");
  expect(script.name).toBe("beale-adam-lion-pytorch.py");
  expect(script.bytes.toString()).toContain("torch.optim.Adam(parameters, lr=0.1");
  expect((await saved(page, "Script: save as Keras")).name).toBe("beale-adam-lion-keras.py");

  const gif = await saved(page, "Animation: save as GIF");
  expect(gif.bytes.subarray(0, 6).toString()).toBe("GIF89a");
  const frames = await page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const decoder = new ImageDecoder({ data, type: "image/gif" });
    await Promise.all([decoder.tracks.ready, decoder.completed]);
    return decoder.tracks.selectedTrack!.frameCount;
  }, gif.bytes.toString("base64"));
  expect(frames).toBe(13);

  // Cancelled, nothing is saved; asked for again, all of it is.
  const videos: string[] = [];
  page.on("download", (file) => file.suggestedFilename().endsWith(".webm") && videos.push(file.url()));
  await page.getByRole("button", { name: "Animation: save as WebM" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".save-state progress")).toHaveCount(0);
  const webm = await saved(page, "Animation: save as WebM");
  expect(webm.name).toBe("beale-adam-lion.webm");
  expect(webm.bytes.readUInt32BE(0)).toBe(0x1a45dfa3);
  expect(webm.bytes.length).toBeGreaterThan(20_000);
  await expect(page.locator(".save-state")).toContainText("Saved beale-adam-lion.webm.");
  expect(videos).toHaveLength(1);
});

test("of a network the charts are saved, and its accuracies with the losses", async ({ page }) => {
  await page.goto("/#network=mnist-mlp&hidden=4&steps=20&run=sgd");
  await untilSteps(page, 20);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("group", { name: "Charts", exact: true })).toBeVisible();
  await expect(page.getByRole("group", { name: "Maps", exact: true })).toHaveCount(0);
  const svg = (await saved(page, "Charts: save as SVG")).bytes.toString();
  expect(svg).toContain("Test accuracy");
  const [heading, ...lines] = (await saved(page, "Recording: save as CSV")).bytes
    .toString()
    .trim()
    .split("\n");
  expect(heading).toBe("run,optimizer,step,loss,train,test");
  expect(lines).toHaveLength(21);
});

/** What pressing a button saves. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
