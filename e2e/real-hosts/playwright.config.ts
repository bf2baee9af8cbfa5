import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments } from "../../src/tools/find-browser.ts";

const executablePath = findBrowser();

/** Ravine in sites made by other people's tools; by `npm run hosts` only, as installing those takes its time. */
export default defineConfig({
  testDir: ".",
  testMatch: "embeds.ts",
  outputDir: "../../test-results/visits",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 900 },
    launchOptions: { args: launchArguments.plain, ...(executablePath && { executablePath }) },
  },
});
