import * as v from "valibot";
import { mostSteps, mostSurfaceSteps } from "./budget";
import type { Refusal } from "../formula/sentence";
import { networks, resolveNetwork } from "../networks/index";
import { settings, type Setting, type Settings } from "../networks/settings";
import type { Network } from "../networks/network";
import { surfaces } from "../surfaces/index";
import type { Domain, Point, Surface } from "../surfaces/surface";
import { withoutBranch } from "./branch";
import { appliesTo } from "./changed-settings";
import { own } from "./own";
import { ownSurface } from "./own-surface";
import { problemOf, type Problem } from "./problem";
import { readRules } from "./read-rules";
import { readRuns } from "./read-runs";
import {
  backendChoices,
  customSurface,
  settingNames,
  surfaceOf,
  type ExperimentSpec,
  type NetworkSpec,
  type SurfaceSpec,
} from "./spec";
import { refuse } from "./sentences";
import { isRecord, refusalAt, quote } from "./untrusted";
import { customSpec, firstNetwork, networkSpec, surfaceSpec } from "./usual-spec";

/**
 * Reads untrusted JSON as a spec. Every field is checked by itself: a refused one takes its default and leaves a
 * problem that names it, so that there is always something to show.
 */
export function readSpec(raw: unknown): { spec: ExperimentSpec; problems: Problem[] } {
  const problems: Problem[] = [];
  const source = isRecord(raw) ? raw : {};
  if (!isRecord(raw)) problems.push(problemOf("spec", refuse("the spec must be an object")));

  const field: Field = (name, { schema, demand }, fallback) => {
    const value = own(source, name);
    if (value === undefined) return fallback;
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    const isNothing = fallback === undefined || (Array.isArray(fallback) && fallback.length === 0);
    const shown = typeof fallback === "boolean" ? Number(fallback) : fallback;
    const used = isNothing ? refuse("it is left out") : refuse("{0} is used", String(shown));
    problems.push(problemOf(name, refuse("{0} {1}; {2}", name, demand, used)));
    return fallback;
  };

  const objective = readObjective(source, problems);
  const others = objective.kind === "surface" ? networkFields : [...surfaceFields, ...customFields];
  for (const name of others.filter((name) => own(source, name) !== undefined))
    problems.push(problemOf(name, refuse(`{0} says nothing of a ${objective.kind} and was ignored`, name)));
  const base =
    objective.kind === "surface"
      ? readSurface(objective.id, source, field, problems)
      : networkSpec(objective.id);
  const rules = readRules(own(source, "rules"), problems);
  const common = {
    rules,
    seed: field("seed", whole(0, Number.MAX_SAFE_INTEGER), base.seed),
    backend: field("backend", oneOf(backendChoices), base.backend),
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
          problems.push(problemOf("until", refuse("{0} says nothing of a network and was ignored", "until")));
        return withoutBranch(run);
      }),
    };
    return { spec, problems };
  }
  const { start, noise, steps, ...surface } = base as SurfaceSpec;
  const spec: SurfaceSpec = {
    ...surface,
    parameters: readParameters(own(source, "parameters"), surfaceOf(base as SurfaceSpec), problems),
    start: field("start", point, start),
    noise: field("noise", between(0, 1000), noise),
    steps: field("steps", whole(1, mostSurfaceSteps), steps),
    ...common,
  };
  return { spec, problems };
}

const surfaceFields = ["surface", "start", "noise"];
const customFields = ["value", "domain"];
const networkFields = ["network", "hidden", "batch", "epochs", ...settingNames];

/** What a field takes, and how it is asked for. */
type Asked<T> = { readonly schema: v.GenericSchema<unknown, T>; readonly demand: Refusal };

const whole = (least: number, most: number): Asked<number> => ({
  schema: v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)),
  demand: refuse("must be a whole number from {0} to {1}", least, most),
});

const between = (least: number, most: number): Asked<number> => ({
  schema: v.pipe(v.number(), v.minValue(least), v.maxValue(most)),
  demand: refuse("must be a number from {0} to {1}", least, most),
});

const oneOf = <T extends string>(choices: readonly T[]): Asked<T> => ({
  schema: v.picklist(choices),
  demand: refuse("must be one of {0}", choices.join(", ")),
});

const listOf = (least: number, most: number, item: v.GenericSchema<unknown, number>) =>
  v.pipe(v.array(item), v.minLength(least), v.maxLength(most));

const coordinate = between(-1e5, 1e5).schema;
const point: Asked<Point> = {
  schema: v.strictTuple([coordinate, coordinate]),
  demand: refuse("needs two numbers between -100000 and 100000: x,y"),
};

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
const domainDemand = refuse("needs four numbers between -100000 and 100000, each range rising: x0,x1,y0,y1");

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
    problems.push(problemOf(kind, refuse(`unknown ${kind}: {0}. Known: {1}`, quote(id), known)));
    if (kind === "network") return { kind, id: firstNetwork };
  }
  return { kind: "surface" as const, id: "ravine" };
}

type Field = <T>(name: string, asked: Asked<T>, fallback: T) => T;

/** The widest hidden layer a link may ask for. */
export const widestHidden = 512;

function readHidden({ name, mostHidden }: Network, usual: readonly number[], field: Field) {
  const demand = mostHidden
    ? refuse("needs one to {0} layers of 1 to {1} units", mostHidden, widestHidden)
    : refuse("cannot be set: the layers of {0} are fixed", named(name));
  const schema = listOf(Math.min(1, mostHidden), mostHidden, whole(1, widestHidden).schema);
  return field("hidden", { schema, demand }, usual);
}

/** Every setting by itself. */
function readSettings(network: Network, field: Field, problems: Problem[]): Settings {
  const values = settingNames.map((name) => {
    const setting: Setting<unknown> = settings[name];
    const value = field(name, askedOf(setting), setting.value);
    if (value === setting.value || appliesTo(name, network)) return [name, value];
    const refusal = refuse(
      "{0} says nothing of {1}, which has no hidden units, and was ignored",
      name,
      named(network.name),
    );
    problems.push(problemOf(name, refusal));
    return [name, setting.value];
  });
  return Object.fromEntries(values) as Settings;
}

function askedOf(setting: Setting<unknown>): Asked<unknown> {
  switch (setting.kind) {
    case "choice":
      return oneOf(setting.choices as string[]);
    case "number":
      return (setting.isWhole ? whole : between)(...setting.range);
    case "switch":
      // A link says 1 or 0.
      return {
        schema: v.pipe(
          v.union([v.boolean(), v.picklist([1, 0])]),
          v.transform((value) => Boolean(value)),
        ),
        demand: refuse("must be 1 or 0"),
      };
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
      problems.push(problemOf(name, refuse("{0} belongs to surface=custom and was ignored", name)));
    return surfaceSpec(id);
  }
  const domain = field<Domain | undefined>(
    "domain",
    { schema: domainSchema, demand: domainDemand },
    undefined,
  );
  const value = own(source, "value");
  const complain = (refusal: Refusal) => {
    problems.push(problemOf("value", refuse("{0} {1}", "value", refusal)));
    return surfaceSpec("ravine");
  };
  if (typeof value !== "string") return complain(refuse("needs a formula in x and y, such as x^2 + y^2"));
  try {
    ownSurface(value, domain);
    return customSpec(value, domain);
  } catch (error) {
    return complain(refusalAt(error));
  }
}

function readParameters(raw: unknown, surface: Surface, problems: Problem[]): Record<string, number> {
  if (raw === undefined) return {};
  const result: Record<string, number> = {};
  for (const [name, value] of Object.entries(isRecord(raw) ? raw : {})) {
    const parameter = surface.parameters && own(surface.parameters, name);
    const field = `surface ${name}`;
    if (!parameter) {
      problems.push(problemOf(field, refuse("{0} has no parameter {1}", named(surface.name), quote(name))));
      continue;
    }
    const [least, most] = parameter.range;
    const { schema, demand } = between(least, most);
    const parsed = v.safeParse(schema, value);
    if (!parsed.success) problems.push(problemOf(field, refuse("{0} {1}", name, demand)));
    else if (parsed.output !== parameter.value) result[name] = parsed.output;
  }
  return result;
}

/** A definition's name, which is said in any language. */
const named = (name: string): Refusal => ({ sentence: name, values: [] });
