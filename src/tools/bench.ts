import { availableParallelism, cpus, loadavg } from "node:os";
import { reportCharts } from "./bench-charts";
import { reportFrames } from "./bench-frames";
import { reportMlps } from "./bench-mlps";
import { reportNetworks } from "./bench-networks";
import { reportPage } from "./bench-page";
import type { Report } from "./bench-rounds";
import { textOf } from "./bench-text";
import { reportWalks } from "./bench-walks";

/**
 * Prints how fast the engine is beside other ways to the same numbers, those of a report measured in one run.
 * `--surfaces`, `--frames` or `--networks` asks for one part only, `--node` leaves out what needs a browser, `--json` prints the
 * numbers only.
 */
export async function main(args: readonly string[]): Promise<number> {
  const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? "unknown CPU"}, load ${loadavg()[0]!.toFixed(1)}`;
  const isJson = args.includes("--json");
  if (!isJson) console.log(machine);
  const reports: Report[] = [];
  for await (const report of reportsFor(args)) {
    reports.push(report);
    if (!isJson) console.log(`\n${textOf(report)}`);
  }
  if (isJson) console.log(JSON.stringify({ machine, reports }, null, 2));
  return 0;
}

async function* reportsFor(args: readonly string[]): AsyncGenerator<Report> {
  const parts = ["--surfaces", "--frames", "--networks"].filter((part) => args.includes(part));
  const isAsked = (part: string) => parts.length === 0 || parts.includes(part);
  const hasBrowser = !args.includes("--node");
  if (isAsked("--surfaces")) {
    yield await reportWalks();
    if (hasBrowser) yield await reportPage();
  }
  if (hasBrowser && isAsked("--frames")) {
    yield* reportFrames();
    yield await reportCharts();
  }
  if (isAsked("--networks")) {
    yield await reportMlps();
    if (hasBrowser) yield* reportNetworks();
  }
}
