import { defineConfig } from "@playwright/test";

/** The page in Firefox beside Chromium; by `npm run firefox` only, as not every machine has one. */
export default defineConfig({
  testDir: ".",
  testMatch: "same-page.ts",
  outputDir: "../../test-results/visits",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
});
