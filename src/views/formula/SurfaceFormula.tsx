import { useMemo } from "react";
import { toMathml } from "../../formula/emit/mathml";
import { element, mi, mo } from "../../formula/math-node";
import { parseExpression } from "../../formula/parse";
import { specialise } from "../../formula/simplify";
import type { Surface } from "../../surfaces/surface";
import { inDegrees } from "./degrees";
import { Mathml } from "./Mathml";
import { formulaWords } from "../../words/en/formula";
import { said } from "../../words/speak";

/** `f = ...` of a surface; a parameter that is 0 falls away, the others stand as letters. */
export function SurfaceFormula({
  surface,
  parameters,
}: {
  surface: Surface;
  parameters: Readonly<Record<string, number>>;
}) {
  const zeros = Object.keys(surface.parameters ?? {})
    .filter((name) => parameters[name] === 0)
    .join();
  const node = useMemo(() => {
    const values = Object.fromEntries(
      zeros
        .split(",")
        .filter(Boolean)
        .map((name) => [name, 0]),
    );
    const angles = new Set(
      Object.entries(surface.parameters ?? {}).flatMap(([name, { unit }]) => (unit === "°" ? [name] : [])),
    );
    const [line] = specialise([{ target: "f", value: parseExpression(surface.value) }], values);
    return element("mrow", [mi("f"), mo("="), toMathml(inDegrees(line!.value, angles))]);
  }, [surface, zeros]);
  return <Mathml node={node} label={formulaWords().formulaOf(said(surface.name))} />;
}
