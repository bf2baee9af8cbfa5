import * as v from "valibot";
import { mostSteps, mostSurfaceSteps } from "./budget";
import { networks, resolveNetwork } from "../networks/index";
import { settings, type Setting, type Settings } from "../networks/settings";
import type { Network } from "../networks/network";
import { surfaces } from "../surfaces/index";
import type { Domain, Point, Surface } from "../surfaces/surface";
import { withoutBranch } from "./branch";
import { appliesTo } from "./changed-settings";
import { own } from "./own";
import { ownSurface } from "./own-surface";
import { readRules } from "./read-rules";
import { readRuns } from "./read-runs";
import {
  backendChoices,
  customSurface,
  settingNames,
  surfaceOf,
  type ExperimentSpec,
  type NetworkSpec,
  type Problem,
  type SurfaceSpec,
} from "./spec";
import { isRecord, messageAt, quote } from "./untrusted";
import { customSpec, firstNetwork, networkSpec, surfaceSpec } from "./usual-spec";

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
    const isNothing = fallback === undefined || (Array.isArray(fallback) && fallback.length === 0);
    const shown = typeof fallback === "boolean" ? Number(fallback) : fallback;
    const used = isNothing ? "it is left out" : `${String(shown)} is used`;
    problems.push({ field: name, message: `${name} ${message ?? result.issues[0].message}; ${used}` });
    return fallback;
  };

  const objective = readObjective(source, problems);
  const others = objective.kind === "surface" ? networkFields : [...surfaceFields, ...customFields];
  for (const name of others.filter((name) => own(source, name) !== undefined))
    problems.push({ field: name, message: `${name} says nothing of a ${objective.kind} and was ignored` });
  const base =
    objective.kind === "surface"
      ? readSurface(objective.id, source, field, problems)
      : networkSpec(objective.id);
  const rules = readRules(own(source, "rules"), problems);
  const common = {
    rules,
    seed: field("seed", whole(0, Number.MAX_SAFE_INTEGER), base.seed),
    backend: field(
      "backend",
      v.picklist(backendChoices, `must be one of ${backendChoices.join(", ")}`),
      base.backend,
    ),
    runs: own(source, "runs") === undefined ? base.runs : readRuns(source.runs, base.runs, rules, problems),
  };
  if (objective.kind === "network") {
    const { hidden, batch, epochs } = base as NetworkSpec;
    const steps = field<number | undefined>("steps", whole(1, mostSteps), undefined);
    const spec: NetworkSpec = {
      network: objective.id,
      hidden: readHidden(resolveNetwork(objective.id), hidden, field),
      batch: field("batch", whole(1, 1024), batch),
      epochs: field("epochs", whole(1, 100), epochs),
      ...readSettings(resolveNetwork(objective.id), field, problems),
      ...(steps !== undefined && { steps }),
      ...common,
      runs: common.runs.map((run) => {
        if (run.until)
          problems.push({ field: "until", message: "until says nothing of a network and was ignored" });
        return withoutBranch(run);
      }),
    };
    return { spec, problems };
  }
  const { start, noise, steps, ...surface } = base as SurfaceSpec;
  const spec: SurfaceSpec = {
    ...surface,
    parameters: readParameters(own(source, "parameters"), surfaceOf(base as SurfaceSpec), problems),
    start: field("start", pointSchema, start, pointMessage),
    noise: field("noise", between(0, 1000), noise),
    steps: field("steps", whole(1, mostSurfaceSteps), steps),
    ...common,
  };
  return { spec, problems };
}

const surfaceFields = ["surface", "start", "noise"];
const customFields = ["value", "domain"];
const networkFields = ["network", "hidden", "batch", "epochs", ...settingNames];

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

const rising = (least: unknown, most: unknown) => Number(least) < Number(most);
const rangeSchema = v.strictTuple([coordinate, coordinate]);
/** As the link has it, or as the spec does. */
const domainSchema: v.GenericSchema<unknown, Domain> = v.pipe(
  v.union([
    v.strictTuple([coordinate, coordinate, coordinate, coordinate]),
    v.pipe(
      v.strictObject({ x: rangeSchema, y: rangeSchema }),
      v.transform(({ x, y }): [number, number, number, number] => [...x, ...y]),
    ),
  ]),
  v.check(([x0, x1, y0, y1]) => rising(x0, x1) && rising(y0, y1)),
  v.transform(([x0, x1, y0, y1]): Domain => ({ x: [x0, x1], y: [y0, y1] })),
);
const domainMessage = "needs four numbers between -100000 and 100000, each range rising: x0,x1,y0,y1";

function readObjective(source: Record<string, unknown>, problems: Problem[]) {
  for (const [kind, registry] of [
    ["network", networks],
    ["surface", surfaces],
  ] as const) {
    const id = own(source, kind);
    if (id === undefined) continue;
    if (
      typeof id === "string" &&
      (Object.hasOwn(registry, id) || (kind === "surface" && id === customSurface))
    )
      return { kind, id };
    const known = [...Object.keys(registry), ...(kind === "surface" ? [customSurface] : [])].join(", ");
    problems.push({ field: kind, message: `unknown ${kind}: ${quote(id)}. Known: ${known}` });
    if (kind === "network") return { kind, id: firstNetwork };
  }
  return { kind: "surface" as const, id: "ravine" };
}

type Field = <T>(name: string, schema: v.GenericSchema<unknown, T>, fallback: T, message?: string) => T;

/** The widest hidden layer a link may ask for. */
export const widestHidden = 512;

function readHidden({ name, mostHidden }: Network, usual: readonly number[], field: Field) {
  const message = mostHidden
    ? `needs one to ${mostHidden} layers of 1 to ${widestHidden} units`
    : `cannot be set: the layers of ${name} are fixed`;
  return field("hidden", listOf(Math.min(1, mostHidden), mostHidden, whole(1, widestHidden)), usual, message);
}

/** Every setting by itself. */
function readSettings(network: Network, field: Field, problems: Problem[]): Settings {
  const values = settingNames.map((name) => {
    const setting: Setting<unknown> = settings[name];
    const value = field(name, schemaOf(setting), setting.value);
    if (value === setting.value || appliesTo(name, network)) return [name, value];
    const message = `${name} says nothing of ${network.name}, which has no hidden units, and was ignored`;
    problems.push({ field: name, message });
    return [name, setting.value];
  });
  return Object.fromEntries(values) as Settings;
}

function schemaOf(setting: Setting<unknown>): v.GenericSchema<unknown, unknown> {
  switch (setting.kind) {
    case "choice":
      return v.picklist(setting.choices as string[], `must be one of ${setting.choices.join(", ")}`);
    case "number":
      return (setting.isWhole ? whole : between)(...setting.range);
    case "switch":
      // A link says 1 or 0.
      return v.pipe(
        v.union([v.boolean(), v.picklist([1, 0])], "must be 1 or 0"),
        v.transform((value) => Boolean(value)),
      );
  }
}

/** A surface as it is first shown: a registered one, or the visitor's formula in its window. */
function readSurface(
  id: string,
  source: Record<string, unknown>,
  field: Field,
  problems: Problem[],
): SurfaceSpec {
  if (id !== customSurface) {
    for (const name of customFields.filter((name) => own(source, name) !== undefined))
      problems.push({ field: name, message: `${name} belongs to surface=${customSurface} and was ignored` });
    return surfaceSpec(id);
  }
  const domain = field<Domain | undefined>("domain", domainSchema, undefined, domainMessage);
  const value = own(source, "value");
  try {
    if (typeof value !== "string") throw new Error("needs a formula in x and y, such as x^2 + y^2");
    ownSurface(value, domain);
    return customSpec(value, domain);
  } catch (error) {
    problems.push({ field: "value", message: `value ${messageAt(error)}` });
    return surfaceSpec("ravine");
  }
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
