import type { Refusal } from "../formula/sentence";
import { modifiers } from "../modifiers/index";
import type { Modifier } from "../modifiers/modifier";
import { optimizers } from "../optimizers/index";
import {
  conventions,
  conventionsOf,
  formulationOf,
  type Convention,
  type Formulation,
} from "../optimizers/optimizer";
import { schedules } from "../schedules/index";
import type { Schedule } from "../schedules/schedule";
import { mostSurfaceSteps } from "./budget";
import { own } from "./own";
import type { OwnRule } from "./own-optimizer";
import { problemOf, type Problem } from "./problem";
import { refusalOf, refusalOfModifier } from "./refusal";
import { refusalOfLabel, tidyLabel } from "./run-label";
import { freeNumber, maximumRuns, optimizerOf, type RunSpec, type ScheduleSpec } from "./spec";
import { refuse } from "./sentences";
import { isRecord, quote } from "./untrusted";

/** Reads an untrusted list of runs; what cannot be used takes its default and leaves a problem. */
export function readRuns(
  raw: unknown,
  fallback: readonly RunSpec[],
  rules: readonly OwnRule[],
  problems: Problem[],
): readonly RunSpec[] {
  if (!Array.isArray(raw)) {
    problems.push(problemOf("runs", refuse("runs must be a list")));
    return fallback;
  }
  if (raw.length > maximumRuns)
    problems.push(
      problemOf("run", refuse("at most {0} runs are shown; the others were left out", maximumRuns)),
    );
  const runs = raw
    .slice(0, maximumRuns)
    .flatMap((item: unknown, i) => readRun(item, `run ${i + 1}`, i + 1, rules, problems) ?? []);
  // All were refused: something must be on the page. None were asked for: nothing is.
  return runs.length === 0 && raw.length > 0 ? fallback : uniquelyNumbered(runs);
}

function readRun(
  raw: unknown,
  field: string,
  position: number,
  rules: readonly OwnRule[],
  problems: Problem[],
): RunSpec | undefined {
  const source = isRecord(raw) ? raw : {};
  const id = own(source, "optimizer");
  if (typeof id !== "string" || !(Object.hasOwn(optimizers, id) || rules.some(({ name }) => name === id))) {
    const known = [...Object.keys(optimizers), ...rules.map(({ name }) => name)].join(", ");
    problems.push(problemOf(field, refuse("unknown optimizer: {0}. Known: {1}", quote(id), known)));
    return undefined;
  }
  const named: RunSpec = { optimizer: id, convention: "pytorch", hyperparameters: {}, number: position };
  const optimizer = optimizerOf({ rules }, named);
  const convention = readConvention(own(source, "convention"));
  if (!convention) {
    const known = conventionsOf(optimizer).join(", ");
    const asked = quote(own(source, "convention"));
    problems.push(
      problemOf(field, refuse("{0} has no convention {1}, only {2}; shown with pytorch", id, asked, known)),
    );
  }
  const formulation = formulationOf(optimizer, convention ?? "pytorch");
  const schedule = readSchedule(own(source, "schedule"), formulation, field, problems);
  const number = own(source, "number");
  const isNumber =
    typeof number === "number" && Number.isInteger(number) && number >= 1 && number <= maximumRuns;
  return {
    ...named,
    convention: convention ?? "pytorch",
    hyperparameters: readNumbers(own(source, "hyperparameters"), id, formulation, field, problems),
    ...(schedule && { schedule }),
    number: isNumber ? number : position,
    ...readBranch(
      own(source, "until"),
      (raw) => readNumbers(raw, id, formulation, `${field} until`, problems),
      {
        field: `${field} until`,
        problems,
      },
    ),
    ...readLabel(own(source, "label"), `${field} label`, problems),
  };

  function readConvention(asked: unknown): Convention | undefined {
    if (asked === undefined) return "pytorch";
    const convention = conventions.find((each) => each === asked);
    return convention && conventionsOf(optimizer).includes(convention) ? convention : undefined;
  }
}

function readBranch(
  raw: unknown,
  numbersOf: (raw: unknown) => Record<string, number>,
  { field, problems }: { readonly field: string; readonly problems: Problem[] },
): Pick<RunSpec, "until"> {
  if (raw === undefined) return {};
  const source = isRecord(raw) ? raw : {};
  const step = own(source, "step");
  if (typeof step === "number" && Number.isInteger(step) && step >= 1 && step <= mostSurfaceSteps)
    return { until: { step, hyperparameters: numbersOf(own(source, "hyperparameters")) } };
  const refusal = refuse(
    "until names a step from 1 and the numbers before it, as in until=60(lr=0.01); it was left out",
  );
  problems.push(problemOf(field, refusal));
  return {};
}

function readLabel(raw: unknown, field: string, problems: Problem[]): Pick<RunSpec, "label"> {
  if (raw === undefined) return {};
  const refusal = refusalOfLabel(raw);
  if (refusal === undefined) return { label: tidyLabel(raw as string) };
  problems.push(problemOf(field, refuse("{0}; {1} was left out", refusal, quote(raw))));
  return {};
}

function readNumbers(
  raw: unknown,
  id: string,
  { hyperparameters }: Formulation,
  field: string,
  problems: Problem[],
): Record<string, number> {
  const result: Record<string, number> = {};
  for (const [name, value] of Object.entries(isRecord(raw) ? raw : {})) {
    const hyperparameter = own(hyperparameters, name);
    const modifier = own<Modifier>(modifiers, name);
    const known = [...Object.keys(hyperparameters), ...Object.keys(modifiers), "schedule", "until"].join(
      ", ",
    );
    const refusal =
      !hyperparameter && !modifier
        ? refuse("{0} has no hyperparameter {1}; it takes {2}", id, quote(name), known)
        : typeof value !== "number"
          ? refuse("{0} must be a number, not {1}", name, quote(value))
          : hyperparameter
            ? refusalOf(name, value, hyperparameter)
            : refusalOfModifier(name, value);
    if (refusal) problems.push(problemOf(`${field} ${name}`, refusal));
    else if (value !== hyperparameter?.value) result[name] = value as number;
  }
  return result;
}

function readSchedule(
  raw: unknown,
  { hyperparameters }: Formulation,
  field: string,
  problems: Problem[],
): ScheduleSpec | undefined {
  const source = isRecord(raw) ? raw : {};
  const id = own(source, "id");
  // No schedule, or the constant one: the rate stays.
  if (raw === undefined || id === "constant") return undefined;
  const complain = (refusal: Refusal) => void problems.push(problemOf(`${field} schedule`, refusal));
  const schedule = typeof id === "string" ? own<Schedule>(schedules, id) : undefined;
  if (typeof id !== "string" || !schedule)
    return complain(
      refuse("unknown schedule: {0}. Known: constant, {1}", quote(id), Object.keys(schedules).join(", ")),
    );
  if (!Object.hasOwn(hyperparameters, "lr"))
    return complain(refuse("the schedule changes lr, and this rule has no lr; it was left out"));
  const given = own(source, "parameters");
  const parameters: Record<string, number> = {};
  for (const [name, value] of Object.entries(isRecord(given) ? given : {})) {
    const parameter = own(schedule.parameters, name);
    const takes = Object.keys(schedule.parameters).join(", ");
    if (!parameter)
      complain(
        takes
          ? refuse("schedule {0} has no parameter {1}; it takes {2}", id, quote(name), takes)
          : refuse("schedule {0} has no parameter {1}; it takes no parameters", id, quote(name)),
      );
    else if (typeof value !== "number" || value < parameter.range[0] || value > parameter.range[1])
      complain(refuse("schedule {0}: {1} must be a number from {2} to {3}", id, name, ...parameter.range));
    else if (value !== parameter.value) parameters[name] = value;
  }
  return { id, parameters };
}

function uniquelyNumbered(runs: readonly RunSpec[]): RunSpec[] {
  const result: RunSpec[] = [];
  for (const run of runs) {
    const isTaken = result.some(({ number }) => number === run.number);
    result.push(isTaken ? { ...run, number: freeNumber([...result, ...runs]) } : run);
  }
  return result;
}
