import type { ReactNode } from "react";
import type { Expression } from "../../formula/ast";
import { toMathml } from "../../formula/emit/mathml";
import { mi, mrow, type MathNode } from "../../formula/math-node";
import { versioned } from "../../formula/single-assignment";
import type { Point } from "../../surfaces/surface";
import { formatTick } from "../number-format/number-format";
import { Mathml } from "../formula/Mathml";
import type { Labelled } from "./drawn-step";
import type { StepSheet } from "./step-sheet";
import { stepName, stepSymbols } from "./step-symbols";
import { insideWords } from "../../words/en/inside";

/** The names of all a map may show of a step; where they stand, and whether, is found at each step. */
export function StepLabels({ sheet: { program, formulas }, start }: { sheet: StepSheet; start: Point }) {
  const symbol = stepSymbols(program);
  const words = insideWords();
  const names = { symbol, isVector: program.isVector };
  const typeset = (formula: Expression | undefined) => formula && toMathml(formula, "inline", names);
  return (
    <>
      <Label of="step" node={symbol(stepName)}>
        <b>{words.theStep}</b>
      </Label>
      <Label of="seen" node={typeset(formulas.seen)}>
        {words.sees}
      </Label>
      <Label of="remembered" node={typeset(formulas.remembered)}>
        {words.remembers}
      </Label>
      <Label of="pull" node={typeset(formulas.pull)}>
        {words.pull}
      </Label>
      <Label of="cut">{words.cut}</Label>
      <Label of="ellipse">
        {words.ellipse[0]}
        <br />
        {words.ellipse[1]}
      </Label>
      <Label of="downhill" node={mrow(mi("−"), symbol(versioned("g", 0)))}>
        {words.circle}
      </Label>
      <Label of="from" node={symbol(versioned(program.reports, 0))} />
      <Label of="start">{words.start(start.map(formatTick).join(", "))}</Label>
    </>
  );
}

function Label({ of, node, children }: { of: Labelled; node?: MathNode | undefined; children?: ReactNode }) {
  return (
    <span className="step-label" data-label={of}>
      {node && <Mathml node={node} />} {children}
    </span>
  );
}
