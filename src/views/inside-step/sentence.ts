import type { Point } from "../../surfaces/surface";
import { formatNumber } from "../number-format/number-format";
import type { WorkedStep } from "./step-sheet";
import { insideWords } from "../../words/en/inside";

/** What a run does in a step, as it is taken apart: the part of the sentence behind its name. */
export function doingInWords({ parts, shape }: Pick<WorkedStep, "parts" | "shape">): string {
  const words = insideWords();
  const [step] = shape.arrows;
  const has = (kind: string) => shape.arrows.some((arrow) => arrow.kind === kind);
  if (!step!.by.every(Number.isFinite)) return words.lost;
  if (isNothing(step!.by)) return words.still;
  const { ellipse } = shape;
  return [
    followed(parts, has) + (ellipse ? ratio(ellipse.half) : ""),
    ...(has("pull") ? [words.pulled] : []),
    ...(has("cut") ? [words.held] : []),
  ].join(words.and);
}

function followed({ seen, remembered }: WorkedStep["parts"], has: (kind: string) => boolean): string {
  if (!has("remembered"))
    return isNothing(seen) && !isNothing(remembered) ? insideWords().remembersAlone : insideWords().seesAlone;
  if (!has("seen")) return insideWords().remembersAlone;
  const along = seen[0] * remembered[0] + seen[1] * remembered[1];
  return along < 0 ? insideWords().addsAgainst : insideWords().adds;
}

const isNothing = (part: Point) => Math.hypot(...part) === 0;

function ratio([x, y]: Point): string {
  const [more, less, times] = x > y ? ["x", "y", x / y] : ["y", "x", y / x];
  return insideWords().atARate(formatNumber(Number(times.toPrecision(9)), 2), more, less);
}
