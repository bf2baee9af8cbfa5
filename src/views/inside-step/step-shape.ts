import { rateOf, type StepParts } from "../../experiment/step-parts";
import type { Point } from "../../surfaces/surface";

/** What an arrow on the map stands for. */
export type ArrowKind = "step" | "seen" | "remembered" | "pull" | "cut" | "downhill";

/** An arrow in the plane, from the point a step sets out from. */
export type PlaneArrow = { readonly kind: ArrowKind; readonly by: Point };

/** A step as the map draws it, in the surface's own units. */
export type StepShape = {
  readonly from: Point;
  readonly to: Point;
  /** The step first. */
  readonly arrows: readonly PlaneArrow[];
  /** Half axes of the image of all gradients of this length, and the radius of the circle of equal area. */
  readonly ellipse: { readonly half: Point; readonly radius: number } | undefined;
};

/** Parts shorter than this share of the longest are rounding, or not worth an arrow. */
const shortest = 0.01;
/** Rates closer than this are one rate. */
const alike = 0.01;

/** Which arrows a step has, and whether its rates make an ellipse. */
export function stepShapeOf(
  from: Point,
  to: Point,
  gradient: Point,
  { seen, remembered, pull, cut }: StepParts,
): StepShape {
  const step: Point = [to[0] - from[0], to[1] - from[1]];
  const parts = { seen, remembered, pull, cut };
  const most = Math.max(...Object.values(parts).map(lengthOf));
  const told = (Object.entries(parts) as [ArrowKind, Point][])
    .map(([kind, by]) => ({ kind, by }))
    .filter(({ by }) => lengthOf(by) > shortest * most);
  const ellipse = ellipseOf(from, gradient, seen);
  const scale = ellipse ? ellipse.radius / lengthOf(gradient) : 0;
  return {
    from,
    to,
    arrows: [
      { kind: "step", by: step },
      // Of one part the step itself is the arrow.
      ...(told.length > 1 ? told : []),
      ...(ellipse ? [{ kind: "downhill", by: [-scale * gradient[0], -scale * gradient[1]] } as const] : []),
    ],
    ellipse,
  };
}

function ellipseOf(from: Point, gradient: Point, seen: Point): StepShape["ellipse"] {
  const [x, y] = [0, 1].map((axis) => rateOf(seen[axis]!, gradient[axis]!, from[axis]!)) as [number, number];
  if (!(x > 0 && y > 0) || Math.abs(x - y) <= alike * Math.max(x, y)) return undefined;
  const length = lengthOf(gradient);
  return { half: [x * length, y * length], radius: Math.sqrt(x * y) * length };
}

const lengthOf = ([x, y]: Point) => Math.hypot(x, y);
