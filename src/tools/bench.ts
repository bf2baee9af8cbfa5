import { reportPage } from "./bench-page";
import { reportWalks } from "./bench-walks";
import type { Report } from "./bench-rounds";

/** Prints what the engine's speed is beside others', measured in one run; `--node` leaves out what needs a browser. */
export async function main(args: readonly string[]): Promise<number> {
  const reports = [await reportWalks()];
  if (!args.includes("--node")) reports.push(await reportPage());
  if (args.includes("--json")) console.log(JSON.stringify(reports, null, 2));
  else reports.forEach((report) => console.log(textOf(report)));
  return 0;
}

function textOf({ title, checks, rows, aims }: Report): string {
  const [first] = rows;
  return [
    title,
    ...checks.map((check) => `  checked: ${check}`),
    ...rows.map(
      ({ name, milliseconds }) =>
        `  ${name.padEnd(32)} ${milliseconds.toFixed(3).padStart(10)} ms   x ${(milliseconds / first!.milliseconds).toFixed(2)}`,
    ),
    ...aims.map(
      ({ claim, ratio, isReached }) => `  ${isReached ? "reached" : "MISSED"}: ${claim}: ${ratio.toFixed(2)}`,
    ),
    "",
  ].join("\n");
}
