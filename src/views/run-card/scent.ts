import { toClosure } from "../../formula/emit/evaluate";
import { parseExpression } from "../../formula/parse";
import type { Sweep } from "../../store/store";
import type { Tried } from "../../experiment/endings";
import type { Mark } from "../../ui/Slider";
import type { Hyperparameter, Formulation } from "../../optimizers/optimizer";
import { positionOf, valueAt } from "../../ui/scale";
import type { Surface } from "../../surfaces/surface";

/** A sweep as points above a track: position and height, both 0 to 1, on a log scale of its own. */
export function scentOf(sweep: Sweep, { range, scale }: Hyperparameter): [number, number][] {
  const points = Array.from(sweep.values, (value, i) => [value, sweep.losses[i]!] as const)
    .filter(([, loss]) => loss < 1e3)
    .map(([value, loss]) => [positionOf(value, range, scale), Math.log10(Math.max(loss, 1e-9))] as const);
  // Less than a decade between best and worst is drawn as small as it is.
  const shareOf = heightScale(
    points.map(([, height]) => height),
    1,
  );
  return points.map(([u, height]) => [u, shareOf(height)]);
}

/** The values tried of a network's hyperparameter, those on the track, as marks above it, with what is said of each. */
export function marksOf(
  tried: readonly Tried[],
  { range, scale }: Hyperparameter,
  textOf: (tried: Tried) => string,
): Mark[] {
  const heightOf = (loss: number) => Math.log10(Math.max(loss, 1e-9));
  // All of a network's losses lie within a decade or two: less than a factor of two is drawn as small as it is.
  const onTrack = tried.filter(({ value }) => value >= range[0] && value <= range[1]);
  const ended = onTrack.filter(({ loss }) => loss < Infinity);
  const shareOf = heightScale(
    ended.map(({ loss }) => heightOf(loss)),
    Math.log10(2),
  );
  return onTrack.map((one) => ({
    at: positionOf(one.value, range, scale),
    height: one.loss < Infinity ? shareOf(heightOf(one.loss)) : undefined,
    text: textOf(one),
  }));
}

/** Heights as shares of what lies between the least and the greatest, which is `narrowest` at least. */
function heightScale(heights: readonly number[], narrowest: number): (height: number) => number {
  const least = Math.min(...heights);
  const spread = Math.max(narrowest, Math.max(...heights) - least);
  return (height) => (height - least) / spread;
}

/** What the swept value nearest to a position of the track ends in: where it lies, the value and the loss. */
export function endingAt({ values, losses }: Sweep, { range, scale }: Hyperparameter, position: number) {
  const i = Math.round(position * (values.length - 1));
  const at = positionOf(values[i]!, range, scale);
  return { at, value: valueAt(at, range, scale), loss: losses[i]! };
}

/** The learning rate at which theory says a rule leaves a quadratic, if it says so. */
export function stabilityLimit(
  rule: Formulation,
  hyperparameters: Readonly<Record<string, number>>,
  surface: Surface,
  parameters: Readonly<Record<string, number>>,
): number | undefined {
  if (rule.stableBelow === undefined || surface.curvature === undefined) return undefined;
  const curvature = valueOf(surface.curvature, parameters);
  return valueOf(rule.stableBelow, { ...hyperparameters, curvature });
}

const valueOf = (text: string, values: Readonly<Record<string, number>>) =>
  toClosure(parseExpression(text), Object.keys(values))(Object.values(values));
