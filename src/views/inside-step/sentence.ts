import type { Point } from "../../surfaces/surface";
import { formatNumber } from "../number-format/number-format";
import type { WorkedStep } from "./step-sheet";

/** What a run does in a step, as it is taken apart: the part of the sentence behind its name. */
export function doingInWords({ parts, shape }: Pick<WorkedStep, "parts" | "shape">): string {
  const [step] = shape.arrows;
  const has = (kind: string) => shape.arrows.some((arrow) => arrow.kind === kind);
  if (!step!.by.every(Number.isFinite)) return "is lost beyond all numbers";
  if (isNothing(step!.by)) return "stands still";
  const { ellipse } = shape;
  return [
    followed(parts, has) + (ellipse ? `, at a rate ${ratio(ellipse.half)}` : ""),
    ...(has("pull") ? ["is pulled to zero"] : []),
    ...(has("cut") ? ["is held back by its limit"] : []),
  ].join(", and ");
}

function followed({ seen, remembered }: WorkedStep["parts"], has: (kind: string) => boolean): string {
  if (!has("remembered"))
    return isNothing(seen) && !isNothing(remembered)
      ? "follows what it remembers alone"
      : "follows what it sees alone";
  if (!has("seen")) return "follows what it remembers alone";
  const along = seen[0] * remembered[0] + seen[1] * remembered[1];
  return along < 0
    ? "adds what it remembers to what it sees, which pulls against it"
    : "adds what it remembers to what it sees";
}

const isNothing = (part: Point) => Math.hypot(...part) === 0;

function ratio([x, y]: Point): string {
  const [more, less, times] = x > y ? ["x", "y", x / y] : ["y", "x", y / x];
  return `${formatNumber(Number(times.toPrecision(9)), 2)} times as large for ${more} as for ${less}`;
}
