import { expect, test, type Page } from "@playwright/test";
import { badgeFacts, untilSteps } from "./page";

/** Runs a line of script in the worker before the engine: an init script of the page does not reach it. */
const beforeTheEngine = (page: Page, line: string) =>
  page.route("**/worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line}\n${await response.text()}` });
  });

test("an adapter that never answers keeps nothing waiting: the fallback is there within 5 seconds", async ({
  page,
}) => {
  await beforeTheEngine(page, "GPU.prototype.requestAdapter = () => new Promise(() => {});");
  await page.goto("/#steps=20");
  // Well before the request is given up after 3 seconds.
  await untilSteps(page, 20, 2500);
  await expect(page.locator(".badge > button")).toContainText("did not answer", { timeout: 5000 });
  await page.goto("/#network=mnist-mlp&steps=20&backend=webgpu");
  await untilSteps(page, 20);
  expect((await badgeFacts(page)).Adapter).toMatch(/WebAssembly|JavaScript/);
});

test("an adapter request answered with null falls back too", async ({ page }) => {
  await beforeTheEngine(page, "GPU.prototype.requestAdapter = () => Promise.resolve(null);");
  await page.goto("/#backend=webgpu&steps=20");
  await untilSteps(page, 20);
  await expect(page.locator(".badge > button")).toContainText("no WebGPU adapter");
});

test("on a graphics card the opening starts on the CPU and moves to WebGPU once that is ready", async ({
  page,
}) => {
  await beforeTheEngine(
    page,
    'Object.defineProperty(GPUAdapterInfo.prototype, "isFallbackAdapter", { get: () => false });',
  );
  await page.goto("/#steps=20");
  await expect(page.locator(".badge > button")).toContainText("WebGPU");
  expect(await badgeFacts(page)).toMatchObject({ Backend: "webgpu", Precision: "float32" });
  await untilSteps(page, 20);
});

test("kernels that a driver refuses leave the paths to the CPU, and the badge says why", async ({ page }) => {
  await beforeTheEngine(
    page,
    'GPUDevice.prototype.createComputePipelineAsync = () => Promise.reject(new Error("refused by the driver"));',
  );
  await page.goto("/#backend=webgpu&steps=20");
  await untilSteps(page, 20);
  await expect(page.locator(".badge > button")).toContainText("refused by the driver");
  expect(await badgeFacts(page)).toMatchObject({ Backend: "cpu", Precision: "float64" });
});
