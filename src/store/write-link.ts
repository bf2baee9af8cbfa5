import {
  customSurface,
  isSurfaceSpec,
  objectiveOf,
  settingNames,
  type ExperimentSpec,
  type RunSpec,
} from "../experiment/spec";
import { customSpec, networkSpec, openingSpec, surfaceSpec, usualRuns } from "../experiment/usual-spec";
import { writeFrame } from "./frame";
import type { Link } from "./link";
import { writeWindow } from "./window-link";
import { numbersText } from "./run-marks";

/** Writes a link's hash without `#`; what equals the default is left out. */
export function toLink({ spec, view, step, play, frame }: Link): string {
  const parts: Part[] = [];
  if (view.layout !== "split") parts.push(["view", view.layout]);
  if (view.figure && view.figure !== "curves" && !isSurfaceSpec(spec)) parts.push(["figure", view.figure]);
  const inside = (view.inside ?? []).map((number) => spec.runs.findIndex((run) => run.number === number) + 1);
  if (view.layout === "inside" && inside.length > 0 && !inside.includes(0))
    parts.push(["inside", inside.join()]);
  const window = writeWindow(view, spec);
  if (window !== undefined) parts.push(["window", window]);
  if (!view.logarithmic) parts.push(["log", 0]);
  // As recorded is what a surface shows anyway.
  if (view.smoothing !== undefined && (view.smoothing > 1 || !isSurfaceSpec(spec)))
    parts.push(["smooth", view.smoothing]);
  if (view.span) parts.push(["span", view.span.join()]);
  if (view.goal !== undefined) parts.push(["goal", view.goal]);
  if (view.loops) parts.push(["loop", 1]);
  if (view.theme !== "auto") parts.push(["theme", view.theme]);
  if (view.scale !== undefined && view.scale !== 1) parts.push(["scale", view.scale]);
  if (view.language !== "auto") parts.push(["lang", view.language]);
  if (step !== undefined) parts.push(["step", step]);
  if (play) parts.push(["play", 1]);
  if (frame) parts.push(...writeFrame(frame));
  return [specLink(spec), written(parts)].filter(Boolean).join("&");
}

const linked = (value: string | number | boolean) => (typeof value === "boolean" ? Number(value) : value);

type Part = readonly [key: string, value: string | number];

const written = (parts: readonly Part[]) =>
  parts.map(([key, value]) => `${key}=${encode(String(value))}`).join("&");

/** The part of a link that says what is computed: "" for the opening. */
export function specLink(spec: ExperimentSpec): string {
  const parts: Part[] = [];
  const write = (key: string, value: string | number, usual?: string | number) => {
    if (value !== usual) parts.push([key, value]);
  };
  if (isSurfaceSpec(spec)) {
    const { surface, value = "", domain } = spec;
    const base = surface === customSurface ? customSpec(value, domain) : surfaceSpec(surface);
    write("surface", call(surface, spec.parameters), openingSpec().surface);
    if (surface === customSurface) write("value", value);
    if (domain) write("domain", [...domain.x, ...domain.y].join(","));
    write("start", spec.start.join(","), base.start.join(","));
    write("noise", spec.noise, base.noise);
    write("steps", spec.steps, base.steps);
  } else {
    const base = networkSpec(spec.network);
    write("network", spec.network);
    write("hidden", spec.hidden.join(","), base.hidden.join(","));
    write("batch", spec.batch, base.batch);
    write("epochs", spec.epochs, base.epochs);
    for (const name of settingNames) write(name, linked(spec[name]), linked(base[name]));
    if (spec.steps !== undefined) write("steps", spec.steps);
  }
  write("seed", spec.seed, 1);
  write("backend", spec.backend, "auto");
  for (const { name, update } of spec.rules) write("rule", `${name}:${update}`);
  const [runs, usual] = [spec.runs, usualRuns(objectiveOf(spec))].map((list) => list.map(runText));
  if (runs!.join("&") !== usual!.join("&")) for (const run of runs!.length ? runs! : [""]) write("run", run);
  const numbers = numbersText(spec.runs);
  if (numbers !== undefined) write("numbers", numbers);
  for (const [i, { label }] of spec.runs.entries())
    if (label !== undefined) write("label", `${i + 1}:${label}`);
  return written(parts);
}

function runText({ optimizer, convention, hyperparameters, schedule, until }: RunSpec): string {
  const id = convention === "pytorch" ? optimizer : `${optimizer}@${convention}`;
  return call(id, {
    ...hyperparameters,
    ...(until && { until: call(String(until.step), until.hyperparameters) }),
    ...(schedule && { schedule: call(schedule.id, schedule.parameters) }),
  });
}

const call = (id: string, values: Readonly<Record<string, number | string>>) => {
  const inner = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return inner.length ? `${id}(${inner.join(",")})` : id;
};

/** Readable by hand: only what would end a value, or not survive a mail, is escaped. Half a character becomes U+FFFD. */
const encode = (text: string) =>
  text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/[^\w.,()=@:;*/+^-]/gu, encodeURIComponent);
