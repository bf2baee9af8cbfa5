import type { Assignment } from "../../formula/ast";
import { toClosure } from "../../formula/emit/evaluate";
import { namesIn } from "../../formula/scope";
import { versioned, versionOf } from "../../formula/single-assignment";

/** The value of a name in each coordinate. */
export type StepValues = (name: string) => readonly [number, number];

/** What a step begins with: a value for every name that no line assigns, in each coordinate. */
export type Begun = (name: string, axis: 0 | 1) => number;

/**
 * Computes the lines of a worked rule, for both coordinates side by side: the norm of a gradient needs both. `shown` are
 * names that are asked for, whether a line reads them or not.
 */
export function stepValuesOf(
  lines: readonly Assignment[],
  shown: readonly string[],
): (begun: Begun) => StepValues {
  const targets = lines.map(({ target }) => target);
  const read = lines.flatMap(({ value }) => [...namesIn(value)]);
  const names = [...new Set([...read, ...shown, versioned("g", 0), ...targets])];
  const slots = new Map(names.map((name, i) => [name, i]));
  const given = names.filter((name) => !targets.includes(name) && name !== "g_norm");
  const rows = lines.map(({ target, value }) => ({
    target: slots.get(target)!,
    compute: toClosure(value, names),
    readsNorm: namesIn(value).has("g_norm"),
    gradient: versionOf(target).name === "g" ? slots.get(target)! : undefined,
  }));
  return (begun) => {
    const both = ([0, 1] as const).map((axis) => {
      const values = new Float64Array(names.length);
      for (const name of given) values[slots.get(name)!] = begun(name, axis);
      return values;
    });
    const [x, y] = both as [Float64Array, Float64Array];
    let [gradient, norm] = [slots.get(versioned("g", 0))!, NaN];
    for (const { target, compute, readsNorm, gradient: next } of rows) {
      // The norm is that of the gradient as it is when first asked for: with its penalties, before it is clipped.
      if (readsNorm && Number.isNaN(norm)) {
        norm = Math.hypot(x[gradient]!, y[gradient]!);
        for (const values of both) values[slots.get("g_norm")!] = norm;
      }
      for (const values of both) values[target] = compute(values);
      gradient = next ?? gradient;
    }
    return (name) => {
      const slot = slots.get(name);
      if (slot === undefined) throw new Error(`no value for ${name}`);
      return [x[slot]!, y[slot]!];
    };
  };
}
