import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { experimentScript } from "../experiment/experiment-script";
import { toCsv } from "../experiment/recording-csv";
import { parseLink } from "../store/parse-link";
import { scriptedLinks } from "./scripted-links";
import { differenceOf } from "./table-difference";
import { record } from "./trace";

const most = 1e-6;
const runner = fileURLToPath(new URL("run-scripts.py", import.meta.url));
const frameworks = { pytorch: "torch", keras: "keras" } as const;

type Result = { readonly table: string } | { readonly error: string };
type Answer =
  { readonly missing: string } | { readonly version: string; readonly results: readonly Result[] };

/**
 * Runs the scripts of all rules with a Python, given first, in the frameworks that it has, and prints a line for each rule: how
 * far the scripts' tables are from the recordings. Returns 1 where one is more than 1e-6 off, fails, or nothing ran.
 */
export async function main([python = "python3"]: readonly string[]): Promise<number> {
  const rules = await Promise.all(
    [...scriptedLinks()].map(async ([rule, links]) => ({
      rule,
      cases: await Promise.all(links.map(recorded)),
    })),
  );
  let [failed, ran] = [0, 0];
  for (const framework of ["pytorch", "keras"] as const) {
    const scripts = rules.flatMap(({ cases }) => cases.map(({ spec }) => experimentScript(spec, framework)));
    const answer = run(python, frameworks[framework], scripts);
    if ("missing" in answer) {
      console.log(`${framework}: skipped (${answer.missing})`);
      continue;
    }
    const results = answer.results.values();
    for (const { rule, cases } of rules) {
      const compared = cases.map(({ hash, table }) => ({ hash, ...compare(table, results.next().value!) }));
      const wrong = compared.filter(({ worst }) => worst > most);
      const largest = compared.reduce((a, b) => (b.worst > a.worst ? b : a));
      ran += cases.length;
      failed += wrong.length;
      console.log(
        [
          `${framework} ${answer.version}`.padEnd(16),
          rule.padEnd(20),
          `${cases.length} scripts`.padEnd(12),
          largest.worst.toExponential(1),
          `at ${largest.hash}`,
        ].join(" "),
      );
      for (const { hash, worst, why } of wrong)
        console.log(`  FAILED ${hash}: ${why ?? worst.toExponential(1)}`);
    }
  }
  console.log(ran === 0 ? "nothing ran" : `${ran} scripts ran, ${failed} more than ${most} off or failed`);
  return ran === 0 || failed > 0 ? 1 : 0;
}

async function recorded(hash: string) {
  const { spec, problems } = parseLink(hash);
  if (problems.length) throw new Error(`${hash}: ${problems.map(({ message }) => message).join("; ")}`);
  return { hash, spec, table: toCsv(await record(spec)) };
}

function run(python: string, framework: string, scripts: readonly string[]): Answer {
  const { stdout, stderr, error, status, signal } = spawnSync(python, [runner, framework], {
    input: JSON.stringify(scripts),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { TF_CPP_MIN_LOG_LEVEL: "2", JAX_ENABLE_X64: "1", ...process.env },
  });
  if (error) throw new Error(`${python} did not run: ${error.message}`);
  if (status !== 0) throw new Error(`${python} ended with ${signal ?? status}\n${stderr}`);
  return JSON.parse(stdout) as Answer;
}

function compare(table: string, result: Result): { worst: number; why?: string } {
  if ("error" in result) return { worst: Infinity, why: result.error };
  try {
    const { worst } = differenceOf(table, result.table);
    return { worst: Number.isNaN(worst) ? Infinity : worst };
  } catch (error) {
    return { worst: Infinity, why: String(error) };
  }
}
