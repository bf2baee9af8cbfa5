import { toText } from "../formula/emit/text";
import { parseExpression } from "../formula/parse";
import { specialise } from "../formula/simplify";
import { customSurface, parametersOf, surfaceOf, type SurfaceSpec } from "./spec";

/**
 * The formula of a spec's surface on one line, to be changed: the visitor's own as it was typed; a registered one as
 * the page prints it, without the parameters that are 0 here.
 */
export function surfaceText(spec: SurfaceSpec): string {
  if (spec.surface === customSurface) return spec.value ?? "";
  const zeros = Object.fromEntries(Object.entries(parametersOf(spec)).filter(([, value]) => value === 0));
  const [line] = specialise([{ target: "f", value: parseExpression(surfaceOf(spec).value) }], zeros);
  return toText(line!.value, {
    number: String,
    name: (name) => name,
    call: ({ fn }, args) => `${fn}(${args.join(", ")})`,
    power: "^",
  });
}
