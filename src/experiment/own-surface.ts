import type { Expression } from "../formula/ast";
import { derive } from "../formula/derive";
import { toClosure } from "../formula/emit/evaluate";
import { FormulaError, parseExpression } from "../formula/parse";
import { namesIn } from "../formula/scope";
import type { Domain, Surface } from "../surfaces/surface";
import { own } from "./own";
import { remember } from "./remember";
import { stationaryPointsOf } from "./stationary-points";

/** The window of a surface whose formula says nothing of one. */
export const usualDomain: Domain = { x: [-5, 5], y: [-5, 5] };

const mostParameters = 8;
/** What a free name stands for until it is given a value. */
const usualValue = 1;

/**
 * A visitor's formula as a surface: each free name becomes a parameter. Its minima and saddles are those found in its
 * window with these values of the parameters. Throws FormulaError.
 */
export const ownSurface = remember(
  (value: string, domain: Domain = usualDomain, values: Readonly<Record<string, number>> = {}): Surface => {
    const expression = parseExpression(value);
    const names = [...namesIn(expression)].filter((name) => name !== "x" && name !== "y");
    if (names.length > mostParameters)
      throw new FormulaError(`a surface has at most ${mostParameters} names beside x and y`);
    const slots = [0, 0, ...names.map((name) => own(values, name) ?? usualValue)];
    const functionOf = (partial: Expression) => {
      const closure = toClosure(partial, ["x", "y", ...names]);
      return (x: number, y: number) => {
        [slots[0], slots[1]] = [x, y];
        return closure(slots);
      };
    };
    const gradient = [functionOf(derive(expression, "x")), functionOf(derive(expression, "y"))] as const;
    return {
      name: "Your surface",
      reference: "",
      value,
      parameters: Object.fromEntries(
        names.map((name) => [name, { value: usualValue, word: name, range: [-1e6, 1e6] }]),
      ),
      domain,
      ...stationaryPointsOf({ value: functionOf(expression), gradient }, domain),
      start: [within(domain.x, 0.8), within(domain.y, 0.8)],
      rates: {},
    };
  },
);

/** A place in a range, to three digits. */
const within = ([least, most]: readonly [number, number], share: number) =>
  Number((least + share * (most - least)).toPrecision(3));
