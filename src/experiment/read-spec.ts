import * as v from "valibot";
import { networks } from "../networks/index";
import { optimizers } from "../optimizers/index";
import type { Optimizer } from "../optimizers/optimizer";
import { surfaces } from "../surfaces/index";
import type { Point, Surface } from "../surfaces/surface";
import { own } from "./own";
import { refusalOf } from "./refusal";
import {
  backendChoices,
  freeNumber,
  maximumRuns,
  type ExperimentSpec,
  type NetworkSpec,
  type Problem,
  type RunSpec,
  type SurfaceSpec,
} from "./spec";
import { firstNetwork, networkSpec, surfaceSpec } from "./usual-spec";

/**
 * Reads untrusted JSON as a spec. Every field is checked by itself: a refused one takes its default and leaves a
 * problem that names it, so that there is always something to show.
 */
export function readSpec(raw: unknown): { spec: ExperimentSpec; problems: Problem[] } {
  const problems: Problem[] = [];
  const source = isRecord(raw) ? raw : {};
  if (!isRecord(raw)) problems.push({ field: "spec", message: "the spec must be an object" });

  const field = <T>(name: string, schema: v.GenericSchema<unknown, T>, fallback: T, message?: string): T => {
    const value = own(source, name);
    if (value === undefined) return fallback;
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    const used = fallback === undefined ? "it is left out" : `${String(fallback)} is used`;
    problems.push({ field: name, message: `${name} ${message ?? result.issues[0].message}; ${used}` });
    return fallback;
  };

  const objective = readObjective(source, problems);
  const others = objective.kind === "surface" ? networkFields : surfaceFields;
  for (const name of others.filter((name) => own(source, name) !== undefined))
    problems.push({ field: name, message: `${name} says nothing of a ${objective.kind} and was ignored` });
  const base = objective.kind === "surface" ? surfaceSpec(objective.id) : networkSpec(objective.id);
  const common = {
    seed: field("seed", whole(0, Number.MAX_SAFE_INTEGER), base.seed),
    backend: field(
      "backend",
      v.picklist(backendChoices, `must be one of ${backendChoices.join(", ")}`),
      base.backend,
    ),
    runs: own(source, "runs") === undefined ? base.runs : readRuns(source.runs, base.runs, problems),
  };
  if (objective.kind === "network") {
    const { hidden, batch, epochs } = base as NetworkSpec;
    const steps = field<number | undefined>("steps", whole(1, 1_000_000), undefined);
    const spec: NetworkSpec = {
      network: objective.id,
      hidden: field(
        "hidden",
        listOf(1, 4, whole(1, 256)),
        hidden,
        "needs one to four layers of 1 to 256 units",
      ),
      batch: field("batch", whole(1, 1024), batch),
      epochs: field("epochs", whole(1, 100), epochs),
      ...(steps !== undefined && { steps }),
      ...common,
    };
    return { spec, problems };
  }
  const { start, noise, steps } = base as SurfaceSpec;
  const spec: SurfaceSpec = {
    surface: objective.id,
    parameters: readParameters(own(source, "parameters"), own<Surface>(surfaces, objective.id)!, problems),
    start: field("start", pointSchema, start, pointMessage),
    noise: field("noise", between(0, 1000), noise),
    steps: field("steps", whole(1, 5000), steps),
    ...common,
  };
  return { spec, problems };
}

const surfaceFields = ["surface", "start", "noise"];
const networkFields = ["network", "hidden", "batch", "epochs"];

const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};

const between = (least: number, most: number) => {
  const message = `must be a number from ${least} to ${most}`;
  return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
};

const listOf = (least: number, most: number, item: v.GenericSchema<unknown, number>) =>
  v.pipe(v.array(item), v.minLength(least), v.maxLength(most));

const coordinate = between(-1e5, 1e5);
const pointSchema: v.GenericSchema<unknown, Point> = v.strictTuple([coordinate, coordinate]);
const pointMessage = "needs two numbers between -100000 and 100000: x,y";

function readObjective(source: Record<string, unknown>, problems: Problem[]) {
  for (const [kind, registry] of [
    ["network", networks],
    ["surface", surfaces],
  ] as const) {
    const id = own(source, kind);
    if (id === undefined) continue;
    if (typeof id === "string" && Object.hasOwn(registry, id)) return { kind, id };
    const known = Object.keys(registry).join(", ");
    problems.push({ field: kind, message: `unknown ${kind}: ${quote(id)}. Known: ${known}` });
    if (kind === "network") return { kind, id: firstNetwork };
  }
  return { kind: "surface" as const, id: "ravine" };
}

function readParameters(raw: unknown, surface: Surface, problems: Problem[]): Record<string, number> {
  if (raw === undefined) return {};
  const result: Record<string, number> = {};
  for (const [name, value] of Object.entries(isRecord(raw) ? raw : {})) {
    const parameter = surface.parameters && own(surface.parameters, name);
    const field = `surface ${name}`;
    if (!parameter) {
      problems.push({ field, message: `${surface.name} has no parameter ${quote(name)}` });
      continue;
    }
    const [least, most] = parameter.range;
    const parsed = v.safeParse(between(least, most), value);
    if (!parsed.success) problems.push({ field, message: `${name} ${parsed.issues[0].message}` });
    else if (parsed.output !== parameter.value) result[name] = parsed.output;
  }
  return result;
}

function readRuns(raw: unknown, fallback: readonly RunSpec[], problems: Problem[]): readonly RunSpec[] {
  if (!Array.isArray(raw)) {
    problems.push({ field: "runs", message: "runs must be a list" });
    return fallback;
  }
  if (raw.length > maximumRuns)
    problems.push({
      field: "run",
      message: `at most ${maximumRuns} runs are shown; the others were left out`,
    });
  const runs = raw
    .slice(0, maximumRuns)
    .flatMap((item: unknown, i) => readRun(item, `run ${i + 1}`, i + 1, problems) ?? []);
  // All were refused: something must be on the page. None were asked for: nothing is.
  return runs.length === 0 && raw.length > 0 ? fallback : uniquelyNumbered(runs);
}

function readRun(raw: unknown, field: string, position: number, problems: Problem[]): RunSpec | undefined {
  const source = isRecord(raw) ? raw : {};
  const id = own(source, "optimizer");
  const optimizer = typeof id === "string" ? own<Optimizer>(optimizers, id) : undefined;
  if (typeof id !== "string" || !optimizer) {
    const known = Object.keys(optimizers).join(", ");
    problems.push({ field, message: `unknown optimizer: ${quote(id)}. Known: ${known}` });
    return undefined;
  }
  const convention = own(source, "convention") ?? "pytorch";
  if (convention !== "pytorch")
    problems.push({ field, message: `${id} has no convention ${quote(convention)}; shown with pytorch` });
  const hyperparameters: Record<string, number> = {};
  const given = own(source, "hyperparameters") ?? {};
  for (const [name, value] of Object.entries(isRecord(given) ? given : {})) {
    const hyperparameter = own(optimizer.hyperparameters, name);
    const refusal = !hyperparameter
      ? `${id} has no hyperparameter ${quote(name)}; it takes ${Object.keys(optimizer.hyperparameters).join(", ")}`
      : typeof value !== "number"
        ? `${name} must be a number, not ${quote(value)}`
        : refusalOf(name, value, hyperparameter);
    if (refusal) problems.push({ field: `${field} ${name}`, message: refusal });
    else if (value !== hyperparameter?.value) hyperparameters[name] = value as number;
  }
  const number = own(source, "number");
  const isNumber =
    typeof number === "number" && Number.isInteger(number) && number >= 1 && number <= maximumRuns;
  return { optimizer: id, convention: "pytorch", hyperparameters, number: isNumber ? number : position };
}

function uniquelyNumbered(runs: readonly RunSpec[]): RunSpec[] {
  const result: RunSpec[] = [];
  for (const run of runs) {
    const isTaken = result.some(({ number }) => number === run.number);
    result.push(isTaken ? { ...run, number: freeNumber([...result, ...runs]) } : run);
  }
  return result;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What was given, short enough to read in a message. */
function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
