import { toClosure } from "../../formula/emit/evaluate";
import { hoist } from "../../formula/hoist";
import { parseExpression } from "../../formula/parse";
import type { Surface } from "../../surfaces/surface";

/** A surface as a function of the plane, with some of its parameters moved from their defaults. */
export function valueFunctionOf(
  surface: Pick<Surface, "value" | "parameters">,
  parameters: Readonly<Record<string, number>>,
): (x: number, y: number) => number {
  const known = Object.entries(surface.parameters ?? {});
  const names = ["x", "y", ...known.map(([name]) => name)];
  const values = [0, 0, ...known.map(([name, { value }]) => parameters[name] ?? value)];
  // A map asks for thirty thousand values: what depends on the parameters alone is computed once for all of them.
  const { hoisted, program } = hoist(
    [{ target: "value", value: parseExpression(surface.value) }],
    new Set(["x", "y", "value"]),
  );
  for (const { target, value } of hoisted) {
    values.push(toClosure(value, names)(values));
    names.push(target);
  }
  const closure = toClosure(program[0]!.value, names);
  return (x, y) => {
    values[0] = x;
    values[1] = y;
    return closure(values);
  };
}
