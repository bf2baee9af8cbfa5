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

/** The names of all a map may show of a step; where they stand, and whether, is found at each step. */
export function StepLabels({ sheet: { program, formulas }, start }: { sheet: StepSheet; start: Point }) {
  const symbol = stepSymbols(program);
  const names = { symbol, isVector: program.isVector };
  const typeset = (formula: Expression | undefined) => formula && toMathml(formula, "inline", names);
  return (
    <>
      <Label of="step" node={symbol(stepName)}>
        <b>the step</b>
      </Label>
      <Label of="seen" node={typeset(formulas.seen)}>
        what it sees
      </Label>
      <Label of="remembered" node={typeset(formulas.remembered)}>
        what it remembers
      </Label>
      <Label of="pull" node={typeset(formulas.pull)}>
        the pull to zero
      </Label>
      <Label of="cut">what the limit takes back</Label>
      <Label of="ellipse">
        with a rate for each:
        <br />
        the ellipse, same area
      </Label>
      <Label of="downhill" node={mrow(mi("−"), symbol(versioned("g", 0)))}>
        with one rate for both: the circle
      </Label>
      <Label of="from" node={symbol(versioned(program.reports, 0))} />
      <Label of="start">start ({start.map(formatTick).join(", ")})</Label>
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
