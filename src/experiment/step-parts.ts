import { versioned, versionOf } from "../formula/single-assignment";
import type { Point } from "../surfaces/surface";
import type { Rule } from "./rule";
import { turnableLines } from "./turnable-lines";
import type { Walk, WalkableRule } from "./walkable-rule";

/** What one step is made of; the four add up to it. */
export type StepParts = {
  /** What comes of this step's gradient. */
  readonly seen: Point;
  /** What would have happened without it. */
  readonly remembered: Point;
  /** What comes of where the parameters are: a penalty, a decay. */
  readonly pull: Point;
  /** What a limit on the parameters takes back. */
  readonly cut: Point;
};

/** Below this size of a gradient, of a parameter's, there is nothing to follow. */
const smallest = 1e-8;

/** How far a step follows the gradient in one coordinate; NaN where it does not, or there is no gradient. */
export function rateOf(seen: number, gradient: number, position: number): number {
  const isGradient = Math.abs(gradient) > smallest * Math.max(1, Math.abs(position));
  return isGradient && seen !== 0 ? -seen / gradient : NaN;
}

const axes = [0, 1] as const;
const prepared = new Map<string, (values: Walk["values"]) => StepParts>();

/**
 * What takes a rule's steps apart, from the values a walk of it has when a step has begun. Sizes (a mean of squares, a rate)
 * are held at what they are; of the rest, the part that turns where the gradient alone is turned comes of it: -lr g for
 * momentum, -lr g / (sqrt(s) + eps) for RMSprop. Of a rule that does not turn with its gradients, the gradient's part is
 * what changes where it is zero.
 */
export function stepPartsOf(
  rule: Rule,
  { names: walked }: WalkableRule,
): (values: Walk["values"]) => StepParts {
  const known = prepared.get(rule.text);
  if (known) return known;
  const { lines, names, turned, isPulled, norm, gradient } = turnableLines(rule);
  const from = names.map((name) => {
    const { name: base, version } = versionOf(name);
    return version === 0 ? walked.indexOf(base) : -1;
  });
  const [g, theta] = [names.indexOf(versioned("g", 0)), names.indexOf(versioned("theta", 0))];

  // Charts ask for a thousand steps at a time: nothing is allocated for one but its answer.
  const slots = axes.map(() => [0, 0, 0].map(() => new Float64Array(names.length)));
  const begin = (values: Walk["values"]) => {
    for (const axis of axes) {
      const [asTheyAre, ofGradient, ofTheta] = slots[axis]! as [Float64Array, Float64Array, Float64Array];
      for (let i = 0; i < from.length; i++) asTheyAre[i] = from[i]! < 0 ? 0 : values[axis][from[i]!]!;
      ofGradient.set(asTheyAre);
      ofTheta.set(asTheyAre);
      ofGradient[g]! *= turned;
      ofTheta[theta]! *= turned;
    }
  };
  const setNorm = () => {
    const length = Math.hypot(slots[0]![0]![gradient]!, slots[1]![0]![gradient]!);
    for (const each of slots) for (const own of each) own[norm] = length;
  };

  const takeApart = (values: Walk["values"]): StepParts => {
    const parts: Record<keyof StepParts, [number, number]> = {
      seen: [0, 0],
      remembered: [0, 0],
      pull: [0, 0],
      cut: [0, 0],
    };
    begin(values);
    lines.forEach(({ sizes, target, compute, moved, isCut }, line) => {
      if (line === rule.penalties.length) setNorm();
      for (const axis of axes) {
        const [asTheyAre, ofGradient, ofTheta] = slots[axis]! as [Float64Array, Float64Array, Float64Array];
        for (const size of sizes) {
          const value = size.compute(asTheyAre);
          asTheyAre[size.target] = ofGradient[size.target] = ofTheta[size.target] = value;
        }
        if (moved) {
          const whole = moved(asTheyAre);
          const seen = isCut ? 0 : (whole - moved(ofGradient)) / (1 - turned);
          const pull = isCut || !isPulled ? 0 : (whole - moved(ofTheta)) / (1 - turned);
          parts.seen[axis] += seen;
          parts.pull[axis] += pull;
          parts[isCut ? "cut" : "remembered"][axis] += whole - seen - pull;
        }
        asTheyAre[target] = compute(asTheyAre);
        ofGradient[target] = compute(ofGradient);
        if (isPulled) ofTheta[target] = compute(ofTheta);
      }
    });
    return parts;
  };
  prepared.set(rule.text, takeApart);
  return takeApart;
}
