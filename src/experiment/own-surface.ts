import { derive } from "../formula/derive";
import { FormulaError, parseExpression } from "../formula/parse";
import { namesIn } from "../formula/scope";
import type { Domain, Surface } from "../surfaces/surface";
import { differentiableOf } from "./differentiable";
import { own } from "./own";
import { remember } from "./remember";
import { refuse } from "./sentences";
import { stationaryPointsOf } from "./stationary-points";

/** The window of a surface whose formula says nothing of one. */
export const usualDomain: Domain = { x: [-5, 5], y: [-5, 5] };

const mostParameters = 8;
/** What a free name stands for until it is given a value. */
const usualValue = 1;

/**
 * A visitor's formula as a surface: each free name becomes a parameter. Its minima and saddles are those in its window
 * with these values of the parameters; they are searched for when they are first read. Throws FormulaError.
 */
export const ownSurface = remember(
  (value: string, domain: Domain = usualDomain, values: Readonly<Record<string, number>> = {}): Surface => {
    const { names } = readingOf(value);
    const points = () =>
      pointsOf(
        value,
        domain,
        names.map((name) => own(values, name) ?? usualValue),
      );
    return {
      name: "Your surface",
      reference: "",
      value,
      parameters: Object.fromEntries(
        names.map((name) => [name, { value: usualValue, word: name, range: [-1e6, 1e6] }]),
      ),
      domain,
      get minima() {
        return points().minima;
      },
      get saddles() {
        return points().saddles;
      },
      start: [within(domain.x, 0.8), within(domain.y, 0.8)],
      rates: {},
    };
  },
);

/** A formula with its derivatives: whether it can be read is asked with every key. */
const readingOf = remember((text: string) => {
  const value = parseExpression(text);
  const names = [...namesIn(value)].filter((name) => name !== "x" && name !== "y");
  if (names.length > mostParameters)
    throw new FormulaError(refuse("a surface has at most {0} names beside x and y", mostParameters));
  return { names, value, gradient: [derive(value, "x"), derive(value, "y")] as const };
});

const pointsOf = remember((text: string, domain: Domain, values: readonly number[]) => {
  const { names, ...formulas } = readingOf(text);
  const parameters = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  return stationaryPointsOf(differentiableOf(formulas, parameters), domain);
});

/** A place in a range, to three digits. */
const within = ([least, most]: readonly [number, number], share: number) =>
  Number((least + share * (most - least)).toPrecision(3));
