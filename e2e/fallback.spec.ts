import { expect, test } from "@playwright/test";
import { badgeFacts, checkpointsOf, heardBy, listenToWorker, lossesOf, untilSteps } from "./page";

test("without WebGPU surfaces run on the CPU and the badge says why", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(".lesson")).toContainText("swings across the ravine");
  await expect(page.locator(".badge > button")).toContainText("CPU");
  await page.goto("/#surface=beale&run=adam(lr=0.2)");
  await expect(page.locator(".lesson")).toContainText("after 100 steps");
  await expect(page.locator(".badge > button")).toContainText("no WebGPU");
});

test("a surface that is to run on WebGPU runs on the CPU, and the badge says why", async ({ page }) => {
  await page.goto("/#backend=webgpu");
  await expect(page.locator(".lesson")).toContainText("swings across the ravine");
  await expect(page.locator(".badge > button")).toContainText("no WebGPU");
  expect(await badgeFacts(page)).toMatchObject({ Backend: "cpu", Precision: "float64" });
});

test("where a content policy forbids generated code the paths are the same", async ({ page }) => {
  await listenToWorker(page);
  const recordings = [];
  for (const isForbidden of [false, true]) {
    await page.route("**/worker-*.js", async (route) => {
      const response = await route.fetch();
      const probe = 'try { postMessage({ type: new Function("return `generated`")() }); } catch {}';
      const body = `${probe}\n${await response.text()}`;
      const headers = { ...response.headers(), "content-security-policy": "script-src 'self'" };
      await route.fulfill(isForbidden ? { response, body, headers } : { response, body });
    });
    await page.goto("/?visit=" + recordings.length + "#surface=beale&steps=60");
    await untilSteps(page, 60);
    const heard = await heardBy(page);
    expect(heard.some(({ type }) => type === "generated")).toBe(!isForbidden);
    recordings.push(lossesOf(heard));
    await page.unrouteAll();
  }
  expect(recordings[0]).toHaveLength(2);
  expect(recordings[1]).toEqual(recordings[0]);
});

test("one epoch of Nesterov on the fallback reaches 88 % test accuracy", async ({ page }) => {
  await listenToWorker(page);
  await page.goto(
    "/#network=mnist-mlp&hidden=10,10&batch=32&epochs=1&seed=7&run=nesterov(lr=0.01,momentum=0.9)",
  );
  await untilSteps(page, 1875, 80_000);
  const heard = await heardBy(page);
  const by = heard.find(({ type }) => type === "started")?.computedBy;
  expect(by?.backend).toBe("cpu");
  expect(by?.adapter).toMatch(/WebAssembly|JavaScript/);
  expect(lossesOf(heard)[0]).toHaveLength(1876);
  const { step, test: accuracy } = checkpointsOf(heard).at(-1)!;
  console.log(`test accuracy after one epoch: ${(100 * accuracy[0]!).toFixed(2)} % (${by?.adapter})`);
  expect(step).toBe(1875);
  expect(accuracy[0]).toBeGreaterThanOrEqual(0.88);
  expect(await badgeFacts(page)).toMatchObject({ Backend: "cpu", Precision: "float32" });
});
