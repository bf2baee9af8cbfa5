import type { Expression } from "../../formula/ast";
import { parityOf } from "../../formula/parity";
import { namesIn } from "../../formula/scope";
import { factorsOf, productOf, termsOf } from "../../formula/terms";
import type { PrintedProgram } from "./printed-program";
import { rateName } from "./step-symbols";

/** A step as a rate of each coordinate, times a direction. */
export type RatedStep = { readonly rate: Expression; readonly step: Expression };

/**
 * Parts a step that is a direction times a size which differs from coordinate to coordinate: `lr / (sqrt(s) + eps)` and
 * `-rate * g`. Undefined where it is none, or where the size has a symbol already.
 */
export function ratedStepOf(step: Expression, program: PrintedProgram): RatedStep | undefined {
  const { parities, isVector } = program;
  const isColumn = (part: Expression) => [...namesIn(part)].some(isVector);
  const [term, ...others] = termsOf(step);
  if (!term || others.length > 0) return undefined;
  const { isNegative, above, below } = factorsOf(step);
  const directions = above.filter((factor) => parityOf(factor, parities) === "direction");
  const [direction] = directions;
  if (!direction || directions.length > 1) return undefined;
  const sizes = above.filter((factor) => factor !== direction);
  if (![...sizes, ...below].some((factor) => isColumn(factor) && factor.kind !== "name")) return undefined;
  if (below.some((factor) => parityOf(factor, parities) !== "size")) return undefined;

  const rate = below.reduce<Expression>(
    (left, right) => ({ kind: "binary", op: "/", left, right }),
    productOf(sizes) ?? { kind: "number", value: 1 },
  );
  const turned: Expression = {
    kind: "binary",
    op: "*",
    left: { kind: "name", name: rateName },
    right: direction,
  };
  return { rate, step: isNegative ? { kind: "unary", op: "-", arg: turned } : turned };
}
