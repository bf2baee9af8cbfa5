import { problemOf, type Problem, type Refusal } from "../experiment/problem";
import { settingNames, type ExperimentSpec } from "../experiment/spec";
import { readSpec } from "../experiment/read-spec";
import { readFrame } from "./frame";
import type { Link } from "./link";
import { marked, type RunMarks } from "./run-marks";
import { refuse } from "../words/link-sentences";
import { languages } from "../words/speak";
import { networkFigures, type LanguageChoice, type Layout, type NetworkFigure, type Theme } from "./store";
import { readWindow } from "./window-link";

/** A longer link is not read. */
export const maximumLinkLength = 4000;

/** Why a link of this hash, without `#`, would not be read again, if it would not. */
export const refusalOfLink = ({ length }: string): Refusal | undefined =>
  length > maximumLinkLength
    ? refuse(
        "the link would have {0} characters; at most {1} can be read",
        length.toLocaleString("en"),
        maximumLinkLength.toLocaleString("en"),
      )
    : undefined;

const layouts: Readonly<Record<string, Layout>> = {
  overlay: "overlay",
  split: "split",
  "3d": "3d",
  inside: "inside",
};
const scales: Readonly<Record<string, number>> = { "1": 1, "1.25": 1.25 };
const figures = Object.fromEntries(networkFigures.map((figure) => [figure, figure]));
const themes: Readonly<Record<string, Theme>> = { auto: "auto", light: "light", dark: "dark" };
const languageChoices = Object.fromEntries(languages.map((language) => [language, language]));
const specKeys: readonly string[] = [
  "surface",
  "start",
  "noise",
  "network",
  "hidden",
  "batch",
  "epochs",
  "steps",
  "seed",
  "backend",
  ...settingNames,
];
const lookKeys: readonly string[] = [
  "view",
  "figure",
  "inside",
  "window",
  "step",
  "play",
  "log",
  "smooth",
  "span",
  "loop",
  "goal",
  "theme",
  "scale",
  "lang",
  "embed",
  "hide",
  "origins",
];

/** Every key of a link. */
export const linkKeys = (): readonly string[] => [
  ...specKeys,
  "value",
  "domain",
  "run",
  "rule",
  "numbers",
  "label",
  ...lookKeys,
];

/**
 * Reads the hash of a link, with or without `#`. Whatever cannot be used takes its default and leaves a problem
 * naming the field; an empty hash is the opening, playing.
 */
export function parseLink(hash: string): Link & { problems: Problem[] } {
  const problems: Problem[] = [];
  let text = hash.replace(/^#/, "");
  if (text.length > maximumLinkLength) {
    const refusal = refuse(
      "the link has {0} characters; at most {1} are read, so none were",
      text.length,
      maximumLinkLength,
    );
    problems.push(problemOf("link", refusal));
    text = "";
  }
  const raw = new Map<string, unknown>();
  const runs: unknown[] = [];
  const rules: unknown[] = [];
  const looks = new Map<string, string>();
  const marks: RunMarks = { labels: [] };
  for (const part of text.split("&").filter(Boolean)) {
    const [key, value] = keyAndValue(part, problems);
    if (!["run", "rule", "label"].includes(key) && (raw.has(key) || looks.has(key)))
      problems.push(problemOf(key, refuse("{0} is given twice; the last one counts", key)));
    if (key === "run") {
      if (value !== "") runs.push(parseRun(value, runs.length + 1, problems));
      raw.set("runs", runs);
    } else if (key === "rule") {
      rules.push(parseRule(value));
      raw.set("rules", rules);
    } else if (key === "label") marks.labels.push(value);
    else if (key === "numbers") marks.numbers = value;
    else if (key === "surface") {
      const { id, values } = parseCall(value, "surface", problems);
      raw.set("surface", id).set("parameters", values);
    } else if (key === "value") raw.set(key, value);
    else if (["start", "hidden", "domain"].includes(key))
      raw.set(key, value === "" ? [] : value.split(",").map(numberOrText));
    else if (specKeys.includes(key)) raw.set(key, numberOrText(value));
    else if (lookKeys.includes(key)) looks.set(key, value);
    else if (key)
      problems.push(problemOf(key, refuse("the link's key {0} is not known and was ignored", key)));
  }
  if (raw.has("runs")) raw.set("runs", marked(runs, marks, problems));
  const first = readSpec(Object.fromEntries(raw));
  const usual = first.spec.runs;
  const read =
    raw.has("runs") || (marks.labels.length === 0 && marks.numbers === undefined)
      ? first
      : readSpec({ ...Object.fromEntries(raw), runs: marked(usual, marks, problems) });
  return {
    spec: read.spec,
    ...readLooks(looks, read.spec, problems),
    // Nothing said: the opening, which plays.
    ...(text === "" && { play: true, step: 0 }),
    problems: [...problems, ...read.problems],
  };
}

function keyAndValue(part: string, problems: Problem[]): [string, string] {
  const at = part.indexOf("=");
  const [key, value] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
  try {
    return [decodeURIComponent(key), decodeURIComponent(value)];
  } catch {
    problems.push(
      problemOf(key, refuse("the link's part {0} holds a % that escapes nothing; it was ignored", key)),
    );
    return ["", ""];
  }
}

const isNumeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number where the text is one; else the text, for the schema to refuse by name. */
const numberOrText = (text: string): number | string => (isNumeric.test(text.trim()) ? Number(text) : text);

/** Reads `id` or `id(name=value,...)`; a value may be such a call itself. */
function parseCall(text: string, field: string, problems: Problem[]) {
  const match = /^([^()]*)(?:\((.*)\))?$/s.exec(text.trim());
  if (!match) problems.push(problemOf(field, refuse("{0} must read id or id(name=value,...)", field)));
  const pairs = partsOf(match?.[2] ?? "").filter((pair) => pair.trim());
  const values = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? [pair.trim(), ""] : [pair.slice(0, at).trim(), numberOrText(pair.slice(at + 1))];
    }),
  );
  return { id: (match?.[1] ?? text.replace(/\(.*$/s, "")).trim(), values };
}

/** Parts a list at its commas, but for those within brackets. */
function partsOf(list: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of list) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function parseRun(text: string, position: number, problems: Problem[]) {
  const field = `run ${position}`;
  const { id, values } = parseCall(text, field, problems);
  const { schedule, until, ...hyperparameters } = values;
  const [optimizer, convention] = id.split(/@(.*)/s);
  const called =
    schedule === undefined ? undefined : parseCall(String(schedule), `${field} schedule`, problems);
  const branch = until === undefined ? undefined : parseCall(String(until), `${field} until`, problems);
  return {
    optimizer,
    ...(convention !== undefined && { convention }),
    hyperparameters,
    ...(branch && { until: { step: numberOrText(branch.id), hyperparameters: branch.values } }),
    ...(called && { schedule: { id: called.id, parameters: called.values } }),
  };
}

/** Reads `name:<update rule>`. */
function parseRule(text: string) {
  const at = text.indexOf(":");
  return at < 0 ? text : { name: text.slice(0, at).trim(), update: text.slice(at + 1) };
}

function readLooks(looks: Map<string, string>, spec: ExperimentSpec, problems: Problem[]) {
  const choose = <T>(key: string, choices: Readonly<Record<string, T>>, usual: T): T => {
    const value = looks.get(key);
    if (value === undefined) return usual;
    if (Object.hasOwn(choices, value)) return choices[value]!;
    problems.push(problemOf(key, refuse("{0} must be one of {1}", key, Object.keys(choices).join(", "))));
    return usual;
  };
  const step = looks.get("step");
  const isStep = step !== undefined && /^\d{1,9}$/.test(step);
  if (step !== undefined && !isStep)
    problems.push(problemOf("step", refuse("step must be a whole number from 0")));
  const goal = looks.get("goal");
  const isGoal = goal !== undefined && isNumeric.test(goal.trim()) && Number.isFinite(Number(goal));
  if (goal !== undefined && !isGoal)
    problems.push(problemOf("goal", refuse("goal must be a number: the loss that runs are held against")));
  const inside = readInside(looks.get("inside"), spec, problems);
  const scale = choose("scale", scales, 1);
  const figure = choose<NetworkFigure>("figure", figures, "curves");
  const window = readWindow(looks.get("window"), spec, problems);
  return {
    view: {
      ...(inside && { inside }),
      ...(figure !== "curves" && { figure }),
      ...(window && { window }),
      ...readChartLooks(looks, problems),
      ...(isGoal && { goal: Number(goal) }),
      layout: choose("view", layouts, "split" as Layout),
      logarithmic: choose("log", { "1": true, "0": false }, true),
      theme: choose("theme", themes, "auto" as Theme),
      ...(scale !== 1 && { scale }),
      ...(choose("loop", { "1": true, "0": false }, false) && { loops: true }),
      language: choose<LanguageChoice>("lang", languageChoices, "auto"),
    },
    step: isStep ? Number(step) : undefined,
    play: choose("play", { "1": true, "0": false }, false),
    frame: readFrame(looks, problems),
  };
}

/** The runs whose steps are taken apart: their places in the link, from 1, as their numbers. */
function readInside(text: string | undefined, { runs }: ExperimentSpec, problems: Problem[]) {
  if (text === undefined) return undefined;
  const numbers = text.split(",").map((place) => runs[Number(place) - 1]?.number);
  if (numbers.length <= 2 && numbers.every((number) => number !== undefined)) return numbers as number[];
  problems.push(problemOf("inside", refuse("inside names one run or two by their places, as in inside=1,3")));
  return undefined;
}

/** How the charts are looked at: `smooth=10` steps, `span=20,60`. */
function readChartLooks(looks: ReadonlyMap<string, string>, problems: Problem[]) {
  const [smooth, span] = [looks.get("smooth"), looks.get("span")];
  const ends = (span ?? "").split(",").map((end) => (/^\d{1,9}$/.test(end) ? Number(end) : NaN));
  const isSmooth = smooth !== undefined && /^(1|10|30|100)$/.test(smooth);
  const isSpan = ends.length === 2 && ends[0]! < ends[1]!;
  if (smooth !== undefined && !isSmooth)
    problems.push(problemOf("smooth", refuse("smooth must be one of 1, 10, 30, 100")));
  if (span !== undefined && !isSpan)
    problems.push(
      problemOf("span", refuse("span must be two steps, the first below the second, as in span=20,60")),
    );
  return {
    ...(isSmooth && { smoothing: Number(smooth) }),
    ...(isSpan && { span: [ends[0]!, ends[1]!] as const }),
  };
}
