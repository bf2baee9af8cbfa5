import type { Assignment, Expression } from "../../formula/ast";
import { toMathml, type Names } from "../../formula/emit/mathml";
import { column, type MathNode } from "../../formula/math-node";
import { versioned, versionOf } from "../../formula/single-assignment";
import { symbolOf } from "../../formula/emit/symbol";
import { constantOf } from "../../formula/vocabulary";
import { addedTo } from "../../formula/terms";
import { filledIn } from "./filled-in";
import { numberPlaces, type NumberSlot } from "./number-places";
import type { PrintedProgram } from "./printed-program";
import { ratedStepOf } from "./rate-of-step";
import { rememberedIn } from "./remembered-in";
import { wordsOf } from "./row-words";
import { noiseName, rateName, slopeName, stepName, stepSymbols } from "./step-symbols";
import { insideWords } from "../../words/en/inside";

/** What a row is about, as the map draws it. */
export type Glyph = "seen" | "remembered" | "rate" | "step";

/** One line worked out: `b = mu b + g`, the same with numbers, and what it comes to. */
export type WorkedRow = {
  readonly glyph: Glyph | undefined;
  readonly words: string;
  readonly symbol: MathNode;
  readonly formula: MathNode;
  /** Undefined where it would say no more than the result. */
  readonly filled: MathNode | undefined;
  readonly result: MathNode;
};

/** A rule ready to be worked out at any step. */
export type WorkedRule = {
  readonly rows: readonly WorkedRow[];
  /** By the number a row's `data-slot` carries. */
  readonly slots: readonly NumberSlot[];
  /** The program's lines, then those of every number shown. */
  readonly lines: readonly Assignment[];
};

/** What is known of the gradient beside its value. */
export type SlopeSource = {
  /** The surface's partial derivatives, where they are short. */
  readonly formula?: readonly [Expression, Expression] | undefined;
  /** What makes a gradient another than the surface's. */
  readonly disturbance?: "noise" | "batch" | undefined;
};

/** The rows of a rule: the gradient, every line in its order, the step as a rate and a direction, the new point. */
export function workedRuleOf(program: PrintedProgram, { formula, disturbance }: SlopeSource): WorkedRule {
  const { lines, last, reports } = program;
  const own = new Set([stepName, rateName, slopeName, noiseName]);
  const numbers = numberPlaces({
    isVector: (name) => own.has(name) || program.isVector(name),
    isPoint: program.isPoint,
    isTyped: (name) => name === "t" || program.meanings.get(name)?.value !== undefined,
  });
  const symbols: Names = { symbol: stepSymbols(program), isVector: numbers.isColumn };
  const filledSymbols: Names = {
    symbol: (name) => (constantOf(name) === undefined ? numbers.placeOf(name) : symbolOf(name)),
    isVector: numbers.isColumn,
  };

  const [before, now] = [versioned(reports, 0), last.get(reports)!];
  const moves = lines.filter(({ target }) => versionOf(target).name === reports);
  const added = moves.length === 1 ? addedTo(before, moves[0]!.value) : undefined;
  const step = added ?? binary("-", now, before);
  const rated = added && ratedStepOf(added, program);
  const remembered = rememberedIn(step, program);

  const stepRows = [
    ...(rated ? [row("rate", insideWords().rates, rateName, rated.rate)] : []),
    row("step", insideWords().theStep, stepName, rated?.step ?? step),
  ];
  const rows = lines.flatMap((line) =>
    added && line === moves[0]
      ? [...stepRows, row(undefined, insideWords().newPoint, now, binary("+", before, stepName))]
      : [row(glyphOf(line), wordsOf(line, program), line.target, line.value)],
  );
  return {
    rows: [gradientRow(), ...rows, ...(added ? [] : stepRows)],
    slots: numbers.slots,
    lines: [
      ...lines,
      { target: noiseName, value: binary("-", versioned("g", 0), slopeName) },
      ...(rated ? [{ target: rateName, value: rated.rate }] : []),
      { target: stepName, value: step },
      ...numbers.lines,
    ],
  };

  function gradientRow(): WorkedRow {
    const g = versioned("g", 0);
    const words = insideWords().gradient[disturbance ?? "none"];
    if (disturbance) return row("seen", words, g, binary("+", slopeName, noiseName));
    const filled = formula && column(formula.map((part) => toMathml(part, "inline")));
    return {
      glyph: "seen",
      words,
      symbol: symbols.symbol(g),
      formula: symbols.symbol(slopeName),
      filled,
      result: numbers.placeOf(g),
    };
  }

  function row(glyph: Glyph | undefined, words: string, target: string, value: Expression): WorkedRow {
    const filled = filledIn(value, numbers.isColumn, numbers.named);
    return {
      glyph,
      words,
      symbol: symbols.symbol(target),
      formula: toMathml(value, "inline", symbols),
      filled: filled.kind === "name" ? undefined : toMathml(filled, "inline", filledSymbols),
      result: numbers.placeOf(target),
    };
  }

  /** The last line of what is remembered and carried into the step. */
  function glyphOf({ target }: Assignment): Glyph | undefined {
    const { name } = versionOf(target);
    return last.get(name) === target && name !== reports && remembered.has(name) ? "remembered" : undefined;
  }
}

const binary = (op: "+" | "-", left: string, right: string): Expression => ({
  kind: "binary",
  op,
  left: { kind: "name", name: left },
  right: { kind: "name", name: right },
});
