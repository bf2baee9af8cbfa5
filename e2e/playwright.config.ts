import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments } from "../src/tools/find-browser.ts";

const executablePath = findBrowser();
const launch = (args: string[]) => ({ launchOptions: { args, ...(executablePath && { executablePath }) } });

/** The built page, in a browser with WebGPU on the software adapter and in one without. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  // The same on every machine: what e2e/pictures.spec.ts compares has no fonts in it.
  snapshotPathTemplate: "pictures/{arg}{ext}",
  // Two visits at a time: much of a visit is waiting. What times a test prints mean little then; `npm run bench` measures.
  workers: 2,
  // Long, for machines that have much else to do: whatever is awaited ends the waiting.
  timeout: 180_000,
  expect: { timeout: 20_000, toPass: { timeout: 20_000 } },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: "http://localhost:4174",
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
    // They cost time, and are of use where nobody can look: the workflow keeps them.
    trace: process.env.GITHUB_ACTIONS ? "retain-on-failure" : "off",
  },
  webServer: {
    command: "npx vite preview --port 4174 --strictPort",
    cwd: "..",
    url: "http://localhost:4174",
    reuseExistingServer: false,
  },
  projects: [
    { name: "webgpu", testIgnore: "fallback.spec.ts", use: launch(launchArguments.webgpu) },
    { name: "fallback", testMatch: "fallback.spec.ts", use: launch(launchArguments.plain) },
  ],
});
