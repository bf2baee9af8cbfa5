import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments } from "../src/tools/find-browser.ts";

const executablePath = findBrowser();
const launch = (args: string[]) => ({ launchOptions: { args, ...(executablePath && { executablePath }) } });

/** The built page, in a browser with WebGPU on the software adapter and in one without. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  // One picture for every platform: text is hidden before it is taken.
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  // One visit at a time: the software adapter takes both cores, and measured times should mean something.
  workers: 1,
  timeout: 90_000,
  forbidOnly: true,
  reporter: [["list"]],
  use: { baseURL: "http://localhost:4174", viewport: { width: 1440, height: 900 } },
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
