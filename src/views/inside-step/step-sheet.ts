import { branchOf, numbersOfRun, ruleOfRun } from "../../experiment/composed-rule";
import type { Recording } from "../../experiment/recording";
import { replayOf } from "../../experiment/replay";
import { compileRule } from "../../experiment/rule";
import type { SurfaceSpec } from "../../experiment/spec";
import { stepPartsOf, type StepParts } from "../../experiment/step-parts";
import { walkableRule } from "../../experiment/walkable-rule";
import { toClosure } from "../../formula/emit/evaluate";
import { versionOf } from "../../formula/single-assignment";
import { partFormulasOf, type PartFormulas } from "./part-formulas";
import { printedProgramOf, type PrintedProgram } from "./printed-program";
import { slopesOf, slopeSourceOf } from "./slope-formula";
import { columnTexts, scalarText } from "./step-numbers";
import { stepShapeOf, type StepShape } from "./step-shape";
import { indexBefore, indexNow, slopeName, stepName } from "./step-symbols";
import { stepValuesOf, type StepValues } from "./step-values";
import { workedRuleOf, type WorkedRule } from "./worked-rule";

/** One step of a run, worked out. */
export type WorkedStep = {
  readonly step: number;
  readonly values: StepValues;
  readonly parts: StepParts;
  readonly shape: StepShape;
  /** Loss before the step and after it. */
  readonly loss: readonly [number, number];
  /** What stands in each slot of the rows. */
  readonly textOf: (slot: string) => string;
};

/** A run of a recording, any step of which can be worked out. */
export type StepSheet = {
  readonly recording: Recording;
  /** Its index in the recording, and its number. */
  readonly run: number;
  readonly number: number;
  readonly program: PrintedProgram;
  readonly rule: WorkedRule;
  readonly formulas: PartFormulas;
  /** The run's last step so far. */
  lastStep(): number;
  /** From 1 to the run's last. */
  at(step: number): WorkedStep;
};

/** Prepares a run: its rule as rows, and what re-derives what it remembered. */
export function stepSheetOf(spec: SurfaceSpec, recording: Recording, run: number): StepSheet {
  const runSpec = spec.runs[run]!;
  const program = printedProgramOf(spec, runSpec);
  const slopes = slopesOf(spec);
  const rule = workedRuleOf(program, slopeSourceOf(spec, slopes));
  const valuesOf = stepValuesOf(
    rule.lines,
    rule.slots.map(({ name }) => name),
  );
  const slopeAt = slopes.map((slope) => toClosure(slope, ["x", "y"]));

  const compiled = compileRule(ruleOfRun(spec, runSpec));
  const walkable = walkableRule(compiled);
  const partsOf = stepPartsOf(compiled, walkable);
  const numbers = { ...numbersOfRun(spec, runSpec), steps: recording.steps };
  const { until } = branchOf(spec, runSpec, recording.steps);
  const replay = replayOf(walkable, recording, run, numbers, until);
  const places = new Map(walkable.names.map((name, i) => [program.printed(name), i]));
  const theta = walkable.names.indexOf("theta");
  const moved = rule.lines.find(({ target }) => target === stepName)!.value;

  let last: WorkedStep | undefined;
  return {
    recording,
    run,
    number: runSpec.number,
    program,
    rule,
    formulas: partFormulasOf(moved, program),
    lastStep: () => (recording.frames === 0 ? 0 : recording.lastStep(run)),
    at(step) {
      if (last?.step !== step) last = workedOut(step);
      return last;
    },
  };

  function workedOut(step: number): WorkedStep {
    const { values: begun } = replay.at(step);
    const at = begun.map((each) => each[theta]!);
    const values = valuesOf((name, axis) => {
      if (name === slopeName) return slopeAt[axis]!(at);
      const place = places.get(versionOf(name).name);
      return place === undefined ? NaN : begun[axis][place]!;
    });
    const parts = partsOf(begun);
    const [from, to] = [step - 1, step].map((each) => recording.positionAt(run, each));
    return {
      step,
      values,
      parts,
      shape: stepShapeOf(from!, to!, recording.gradientAt(run, step - 1), parts),
      loss: [recording.lossAt(run, step - 1), recording.lossAt(run, step)],
      textOf: textsOf(step, values),
    };
  }

  function textsOf(step: number, values: StepValues): (slot: string) => string {
    const columns = new Map<string, readonly [string, string]>();
    return (slot) => {
      if (slot === indexNow) return String(step);
      if (slot === indexBefore) return String(step - 1);
      const { name, axis, kind } = rule.slots[Number(slot)]!;
      if (kind === "scalar" || kind === "typed") return scalarText(values(name)[0], kind);
      const texts = columns.get(name) ?? columnTexts(values(name), kind, values(stepName));
      columns.set(name, texts);
      return texts[axis];
    };
  }
}
