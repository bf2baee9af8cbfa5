import { availableParallelism } from "node:os";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { contentPolicy } from "./src/tools/content-policy.ts";
import { serviceWorker } from "./src/tools/service-worker.ts";
import { findBrowser, launchArguments } from "./src/tools/find-browser.ts";

const browser = findBrowser();

export default defineConfig({
  // Relative addresses: the built page works from any sub-path.
  base: "./",
  plugins: [
    react(),
    contentPolicy(),
    serviceWorker(),
    {
      // Who shows a link with its picture asks for a whole address; `SITE=https://…/ npm run build` gives it.
      name: "site",
      transformIndexHtml: (html) => html.replaceAll("%SITE%", process.env.SITE ?? "./"),
    },
  ],
  worker: { format: "es" },
  // A sandboxed frame has no origin and asks for its own scripts as a stranger: whoever serves the page allows that.
  preview: { cors: { origin: "*" } },
  build: {
    target: "es2023",
    rolldownOptions: {
      output: {
        // What the first path needs comes as one file: each view loaded later that shares a part of it would else
        // split off another, and small files compress badly.
        codeSplitting: {
          groups: [
            {
              name: "stage",
              // Some in these folders, such as the zoom, come after the first path.
              test: /src.(views.(stage.(?!Zoom|camera|gestures|zoom|drawn-paths|most-side)|contour-map|run-mark.(?!short-l|label-b)|playback|number-format|theme|store-context)|ui.use-|words.en.ui|experiment.(problem|read-r|run-l|refusal))/,
            },
          ],
        },
      },
    },
  },
  optimizeDeps: {
    include: [
      "@tensorflow/tfjs-core",
      "@tensorflow/tfjs-core/dist/register_all_gradients",
      "@tensorflow/tfjs-backend-webgpu",
      "@tensorflow/tfjs-backend-wasm",
      "@tensorflow/tfjs-backend-cpu",
      "@tensorflow/tfjs-layers",
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["src/**/*.test.ts"],
          exclude: ["src/**/*.gpu.test.ts"],
          // tfjs takes seconds to load where two cores do everything else too.
          testTimeout: 60_000,
          // Vitest keeps a core to itself, which of two is half of them.
          maxWorkers: availableParallelism(),
          // tfjs's gradients come as ES modules that Node does not take for such.
          server: { deps: { inline: [/@tensorflow/] } },
        },
      },
      {
        extends: true,
        test: {
          name: "gpu",
          include: ["src/**/*.gpu.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { args: launchArguments.webgpu, ...(browser && { executablePath: browser }) },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
