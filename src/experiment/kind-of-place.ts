import type { Point } from "../surfaces/surface";
import type { Differentiable } from "./differentiable";

export type Kind = "minimum" | "saddle";

/** What a place is by its neighbours on two circles; nothing beside a pole, where nearer ones are no more alike. */
export function kindOf(
  [x, y]: Point,
  value: Differentiable["value"],
  [width, height]: Point,
): Kind | undefined {
  const here = value(x, y);
  const risesOn = (directions: readonly Point[], share: number) =>
    directions.map(([dx, dy]) => value(x + share * width * dx, y + share * height * dy) - here);
  const [far, near] = [risesOn(circle, 1 / 16), risesOn(coarseCircle, 1 / 256)];
  const steepest = (rises: readonly number[]) => Math.max(...rises.map(Math.abs));
  if (!(steepest(far) > 2 * steepest(near))) return undefined;
  if ([...far, ...near].every((rise) => rise > 0)) return "minimum";
  const waysDown = far.filter((rise, i) => rise < 0 && !(far.at(i - 1)! < 0)).length;
  return waysDown >= 2 ? "saddle" : undefined;
}

const circle = Array.from({ length: 48 }, (_, i): Point => {
  const angle = ((i + 0.3) * Math.PI) / 24;
  return [Math.cos(angle), Math.sin(angle)];
});
const coarseCircle = circle.filter((_, i) => i % 4 === 0);

/** How many values it takes to tell. */
export const valuesToTell = 1 + circle.length + coarseCircle.length;
