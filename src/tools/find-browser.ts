import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright";

/** How the tests start the browser: with WebGPU in software, or `plain`, without an adapter. */
export const launchArguments = { webgpu: launchFlags(true), plain: launchFlags(false) };

/** Path of a Chromium-like browser on this machine, for `executablePath`; undefined if there is none. */
export function findBrowser(): string | undefined {
  return [...named(), downloaded(), ...installed()].find((path) => path && existsSync(path));
}

/** Prints the path of a browser, installing one if need be; 1 if none can be had. */
export async function main(): Promise<number> {
  let browser = findBrowser();
  for (const install of [downloadBrowser, installPackage]) {
    if (browser) break;
    install();
    browser = findBrowser();
  }
  if (browser) {
    console.log(`browser: ${browser}`);
    return 0;
  }
  console.error(
    "No Chrome, Edge or Chromium here, and none could be installed. Install one, or set CHROME_PATH.",
  );
  return 1;
}

/** Chromium's flags; no address of its own choosing is spoken to while the tests run. */
function launchFlags(webgpu: boolean): string[] {
  return [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    ...(webgpu ? ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"] : []),
    // Chromium refuses to start its sandbox as root, which is who one is in a container.
    ...(isRoot() ? ["--no-sandbox"] : []),
  ];
}

function isRoot(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0;
}

/** Paths a person set on purpose. */
function named(): (string | undefined)[] {
  return ["CHROME_PATH", "CHROMIUM_PATH", "CHROME_BIN", "PUPPETEER_EXECUTABLE_PATH"].map(
    (name) => process.env[name],
  );
}

/** Where Playwright keeps its own build, there or not. */
function downloaded(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright throws on platforms it has no build for.
    return undefined;
  }
}

/** Where the installers put Chrome, Edge and Chromium. */
function installed(): string[] {
  switch (process.platform) {
    case "darwin":
      return ["Google Chrome", "Microsoft Edge", "Chromium"].map(
        (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
      );
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) =>
        ["Google\\Chrome", "Microsoft\\Edge", "Chromium"].map((app) =>
          join(
            process.env[name] ?? "",
            app,
            "Application",
            app.endsWith("Edge") ? "msedge.exe" : "chrome.exe",
          ),
        ),
      );
    default:
      return [
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/opt/google/chrome/chrome",
        "/usr/bin/microsoft-edge",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/snap/bin/chromium",
      ];
  }
}

/** Playwright's own build; fails within seconds where downloads are blocked. */
function downloadBrowser(): void {
  const playwright = createRequire(import.meta.url).resolve("playwright/package.json");
  attempt(process.execPath, [join(playwright, "../cli.js"), "install", "chromium"]);
}

/** The distribution's Chromium, where there is apt-get and the right to use it. */
function installPackage(): void {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return;
  const apt = (...args: string[]) =>
    isRoot() ? attempt("apt-get", args) : attempt("sudo", ["-n", "apt-get", ...args]);
  if (apt("update")) apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
}

/** Runs a program with its output on stderr, so that stdout holds only our one line; true if it succeeded. */
function attempt(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: ["ignore", 2, 2] }).status === 0;
}
