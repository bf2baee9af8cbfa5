import { existsSync } from "node:fs";

/** Path of a Firefox on this machine; FIREFOX_PATH names another. */
export function findFirefox(): string | undefined {
  return [
    process.env.FIREFOX_PATH,
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/snap/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ].find((path) => path && existsSync(path));
}
