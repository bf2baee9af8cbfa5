import { availableParallelism, cpus, loadavg } from "node:os";
import { reportMlps } from "./bench-mlps";
import { reportPage } from "./bench-page";
import type { Aim, Report, Row } from "./bench-rounds";
import { reportWalks } from "./bench-walks";

/**
 * Prints how fast the engine is beside other ways to the same numbers, all measured in one run. `--node` leaves out
 * what needs a browser, `--json` prints the numbers only.
 */
export async function main(args: readonly string[]): Promise<number> {
  const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? "unknown CPU"}, load ${loadavg()[0]!.toFixed(1)}`;
  const reports = [await reportWalks(), await reportMlps()];
  if (!args.includes("--node")) reports.push(await reportPage());
  if (args.includes("--json")) console.log(JSON.stringify({ machine, reports }, null, 2));
  else console.log([machine, ...reports.map(textOf)].join("\n\n"));
  return 0;
}

function textOf({ title, checks, rows, aims }: Report): string {
  const own = rows[0]!.milliseconds;
  return [
    title,
    ...checks.map((check) => `  checked  ${check}`),
    ...rows.map((row) => `  ${lineOf(row, row.milliseconds / own)}`),
    ...aims.map((aim) => `  ${verdictOn(aim)}`),
  ].join("\n");
}

function lineOf({ name, milliseconds, memory }: Row, ratio: number): string {
  const time = `${name.padEnd(32)} ${milliseconds.toFixed(3).padStart(10)} ms   x ${ratio.toFixed(2).padStart(7)}`;
  if (!memory) return time;
  const { gpu, tensors, heap } = memory;
  return `${time}   peak MB: ${megabytes(gpu)} buffers, ${megabytes(tensors)} tensors, ${megabytes(heap)} heap`;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1).padStart(6);

const verdictOn = ({ claim, ratio, isReached }: Aim) =>
  `${isReached ? "reached " : "missed  "} ${claim}: ${ratio.toFixed(2)}`;
