import { nodesIn, type Expression } from "../../formula/ast";
import { literal, substitute } from "../../formula/build";
import { derive } from "../../formula/derive";
import { parseExpression } from "../../formula/parse";
import { parametersOf, surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import type { SlopeSource } from "./worked-rule";

/** Longer derivatives say nothing at a glance. */
const mostNodes = 12;

/** The partial derivatives of a spec's surface, its parameters' numbers filled in. */
export function slopesOf(spec: SurfaceSpec): readonly [Expression, Expression] {
  const numbers = new Map(
    Object.entries(parametersOf(spec)).map(([name, number]) => [name, literal(number)]),
  );
  const formula = substitute(parseExpression(surfaceOf(spec).value), numbers);
  return [derive(formula, "x"), derive(formula, "y")];
}

/** What the page can say of a gradient beside its value: the derivatives where they are short, and what disturbs it. */
export function slopeSourceOf(spec: SurfaceSpec, slopes: readonly [Expression, Expression]): SlopeSource {
  const { data } = surfaceOf(spec);
  const isBatch = data !== undefined && parametersOf(spec)[data.batch]! < data.points.length;
  return {
    formula: slopes.every((slope) => nodesIn(slope) <= mostNodes) ? slopes : undefined,
    disturbance: spec.noise > 0 ? "noise" : isBatch ? "batch" : undefined,
  };
}
