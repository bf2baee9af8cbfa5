import * as v from "valibot";
import { networks } from "../networks/index";
import { optimizers } from "../optimizers/index";
import type { Hyperparameter, Optimizer } from "../optimizers/optimizer";
import { surfaces } from "../surfaces/index";
import type { Point, Surface } from "../surfaces/surface";
import type { Network } from "../networks/network";

/** One optimizer with its hyperparameters; what is not named takes the optimizer's default. */
export type RunSpec = {
  readonly optimizer: string;
  readonly convention: "pytorch";
  readonly hyperparameters: Readonly<Record<string, number>>;
  /** 1 to 8: colour, dash and marker, kept for life. */
  readonly number: number;
};

type CommonSpec = {
  readonly runs: readonly RunSpec[];
  readonly seed: number;
  readonly backend: BackendChoice;
};

/** Runs on an objective of two variables. */
export type SurfaceSpec = CommonSpec & {
  readonly surface: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly start: Point;
  /** Standard deviation of the seeded noise added to each gradient coordinate. */
  readonly noise: number;
  readonly steps: number;
};

/** Runs on a network's training loss. */
export type NetworkSpec = CommonSpec & {
  readonly network: string;
  readonly hidden: readonly number[];
  readonly batch: number;
  readonly epochs: number;
  /** Ends training before the epochs do. */
  readonly steps?: number;
};

/** All that decides what is computed, as plain JSON: one spec, one result. */
export type ExperimentSpec = SurfaceSpec | NetworkSpec;

/** Who is to compute, as a link or the badge asks for it. */
export const backendChoices = ["auto", "webgpu", "tfjs", "cpu"] as const;
export type BackendChoice = (typeof backendChoices)[number];

/** A value that was refused, and what to tell the visitor. */
export type Problem = { readonly field: string; readonly message: string };

/** A spec holds no more runs: there is no ninth colour. */
export const maximumRuns = 8;

/** The network shown where none is named. */
export const firstNetwork = Object.keys(networks)[0]!;

/** Tells the two kinds of spec apart. */
export const isSurfaceSpec = (spec: ExperimentSpec): spec is SurfaceSpec => "surface" in spec;

/** A run with its optimizer's default hyperparameters, at the rate worth watching on this objective. */
export function runOn(objective: Surface | Network, optimizer: string, number: number): RunSpec {
  const rate = own(objective.rates, optimizer);
  const usual = own<Optimizer>(optimizers, optimizer)?.hyperparameters.lr?.value;
  return {
    optimizer,
    convention: "pytorch",
    hyperparameters: rate === undefined || rate === usual ? {} : { lr: rate },
    number,
  };
}

/** Momentum beside RMSprop: what is shown when no run is named. */
export const usualRuns = (objective: Surface | Network): RunSpec[] => [
  runOn(objective, "momentum", 1),
  runOn(objective, "rmsprop", 2),
];

/** The spec of a surface as it is first shown. */
export function surfaceSpec(id: string): SurfaceSpec {
  const surface = own<Surface>(surfaces, id);
  if (!surface) throw new Error(`unknown surface: ${id}`);
  return {
    surface: id,
    parameters: {},
    start: surface.start,
    noise: 0,
    steps: 100,
    runs: usualRuns(surface),
    seed: 1,
    backend: "auto",
  };
}

/** The spec of a network as it is first shown. */
export function networkSpec(id: string): NetworkSpec {
  const network = own<Network>(networks, id);
  if (!network) throw new Error(`unknown network: ${id}`);
  const { hidden, batch, epochs } = network;
  return { network: id, hidden, batch, epochs, runs: usualRuns(network), seed: 1, backend: "auto" };
}

/** What the runs of a spec minimise. */
export function objectiveOf(spec: ExperimentSpec): Surface | Network {
  const objective = isSurfaceSpec(spec)
    ? own<Surface>(surfaces, spec.surface)
    : own<Network>(networks, spec.network);
  if (!objective) throw new Error("a spec without an objective");
  return objective;
}

/** The same runs on another objective, each at the rate worth watching there. */
export function movedTo(base: ExperimentSpec, { runs, seed, backend }: ExperimentSpec): ExperimentSpec {
  const objective = objectiveOf(base);
  const moved = runs.map(({ optimizer, number, hyperparameters }) => {
    const others = Object.entries(hyperparameters).filter(([name]) => name !== "lr");
    const run = runOn(objective, optimizer, number);
    return { ...run, hyperparameters: { ...Object.fromEntries(others), ...run.hyperparameters } };
  });
  return { ...base, runs: moved, seed, backend };
}

/** What the page opens on. */
export const openingSpec = (): SurfaceSpec => surfaceSpec("ravine");

/** All parameters of a spec's surface: the spec's own, or the surface's usual ones. */
export const parametersOf = ({ surface, parameters }: SurfaceSpec): Record<string, number> =>
  Object.fromEntries(
    Object.entries(own<Surface>(surfaces, surface)?.parameters ?? {}).map(([name, { value }]) => [
      name,
      own(parameters, name) ?? value,
    ]),
  );

/** Value of a hyperparameter in a run: the run's own, or the optimizer's default. */
export function hyperparametersOf(run: RunSpec, optimizer: Optimizer): Record<string, number> {
  return Object.fromEntries(
    Object.entries(optimizer.hyperparameters).map(([name, { value }]) => [
      name,
      own(run.hyperparameters, name) ?? value,
    ]),
  );
}

/** Why a value cannot be used for a hyperparameter, or undefined if it can. */
export function refusalOf(name: string, value: number, { accepts }: Hyperparameter): string | undefined {
  if (!Number.isFinite(value)) return `${name} must be a number`;
  if (value < accepts.least || (accepts.above && value === accepts.least))
    return `${name} must be ${accepts.above ? "above" : "at least"} ${accepts.least}`;
  if (accepts.below !== undefined && value >= accepts.below) return `${name} must be below ${accepts.below}`;
  const most = accepts.most ?? 1e6;
  if (value > most) return `${name} must be at most ${most}`;
  return undefined;
}

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

/** The lowest number no run has: a new run takes it. */
export function freeNumber(runs: readonly RunSpec[]): number {
  const taken = new Set(runs.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number++;
  return number;
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

/** A property of the object's own: `constructor` and its kin are not found. */
const own = <T>(object: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** What was given, short enough to read in a message. */
function quote(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
