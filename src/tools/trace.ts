import { readFile } from "node:fs/promises";
import { pickBackend } from "../engine/backends/pick";
import { compile } from "../engine/compile";
import { experimentScript } from "../experiment/experiment-script";
import { toCsv } from "../experiment/recording-csv";
import { createRecording } from "../experiment/recording";
import { toRecordingJson, type RecordingJson } from "../experiment/recording-json";
import { isSurfaceSpec, type ExperimentSpec } from "../experiment/spec";
import { differenceOf, inWords } from "./table-difference";
import { parseLink } from "../store/parse-link";

const data = new URL("../../public/data/", import.meta.url);
const framesAtOnce = 200;

/**
 * Computes a link's experiment in Node on the CPU and prints its recording as JSON, or with --csv as a table; or prints the
 * script that computes it, with --pytorch or --keras. What such a script has printed of a surface is compared with --against.
 * A link the page would complain of prints the page's message and returns 2.
 */
export async function main(args: readonly string[]): Promise<number> {
  const hash = args.find((arg) => !arg.startsWith("--"));
  if (hash === undefined) {
    console.error("usage: npm run trace -- '<hash>' [--csv | --pytorch | --keras | --against]");
    return 2;
  }
  const { spec, problems } = parseLink(hash);
  if (problems.length) {
    for (const { field, message } of problems)
      console.error(message.includes(field) ? message : `${field}: ${message}`);
    return 2;
  }
  const framework = (["pytorch", "keras"] as const).find((name) => args.includes(`--${name}`));
  if (framework) {
    process.stdout.write(experimentScript(spec, framework));
    return 0;
  }
  if (args.includes("--against") && !isSurfaceSpec(spec)) {
    console.error("a network's script draws other random numbers than the page: there is nothing to compare");
    return 2;
  }
  const recording = await record(spec);
  if (args.includes("--against")) {
    const table = await readFile("/dev/stdin", "utf8");
    process.stdout.write(`${inWords(differenceOf(toCsv(recording), table))}\n`);
    return 0;
  }
  process.stdout.write(args.includes("--csv") ? toCsv(recording) : `${JSON.stringify(recording)}\n`);
  return 0;
}

/** The whole recording of a spec, on the CPU whatever backend the spec names. */
export async function record(spec: ExperimentSpec): Promise<RecordingJson> {
  const experiment = compile(spec);
  const { backend } = await pickBackend(experiment, "cpu");
  const execution = await backend.prepare(experiment, {
    readFile: async (path) => new Response(await readFile(new URL(path, data))),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  const recording = createRecording(spec.runs.length, execution.steps, experiment.kind === "surface");
  while (!recording.isComplete()) recording.append(await execution.advance(framesAtOnce));
  execution.dispose();
  return toRecordingJson(spec, execution.computedBy, recording);
}
