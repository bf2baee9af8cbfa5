import { derive } from "../formula/derive";
import { FormulaError, parseExpression } from "../formula/parse";
import { namesIn } from "../formula/scope";
import type { Domain, Surface } from "../surfaces/surface";
import { remember } from "./remember";

/** The window of a surface whose formula says nothing of one. */
export const usualDomain: Domain = { x: [-5, 5], y: [-5, 5] };

const mostParameters = 8;

/** A visitor's formula as a surface: each free name becomes a parameter. Throws FormulaError. */
export const ownSurface = remember((value: string, domain: Domain = usualDomain): Surface => {
  const expression = parseExpression(value);
  const names = [...namesIn(expression)].filter((name) => name !== "x" && name !== "y");
  if (names.length > mostParameters)
    throw new FormulaError(`a surface has at most ${mostParameters} names beside x and y`);
  for (const by of ["x", "y"]) derive(expression, by);
  return {
    name: "Your surface",
    reference: "",
    value,
    parameters: Object.fromEntries(names.map((name) => [name, { value: 1, word: name, range: [-10, 10] }])),
    domain,
    minima: [],
    start: [within(domain.x, 0.8), within(domain.y, 0.8)],
    rates: {},
  };
});

/** A place in a range, to three digits. */
const within = ([least, most]: readonly [number, number], share: number) =>
  Number((least + share * (most - least)).toPrecision(3));
