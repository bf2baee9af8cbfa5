import { describe, expect, test } from "vitest";
import { resolveOptimizer } from ".";
import { formulationOf, type Convention } from "./optimizer";
import { distance, formulations, ravine, rosenbrock, walk, type Gradient } from "./walk-by-hand";
import reference from "./reference-end-points.json";

describe("end points", () => {
  const gradients: Readonly<Record<string, Gradient>> = { rosenbrock, ravine };
  const starts: Readonly<Record<string, readonly number[]>> = { rosenbrock: [-1.2, 1], ravine: [-9, 2] };
  const { decimals, steps, endPoints } = reference;

  test.each(endPoints)(
    "$optimizer ends on $surface where $source does, in the convention $convention with $hyperparameters",
    ({ optimizer, convention, surface, hyperparameters, end }) => {
      const values = Object.fromEntries(Object.entries(hyperparameters));
      const formulation = formulationOf(resolveOptimizer(optimizer), convention as Convention);
      const path = walk(formulation, values, gradients[surface]!, starts[surface]!, steps);
      // A few units of the last decimal: the order of additions differs.
      expect(distance(path.at(-1)!, end)).toBeLessThan(6 * 10 ** -decimals);
    },
  );

  test("are known for every rule in every convention", () => {
    const known = new Set(endPoints.map(({ optimizer, convention }) => `${optimizer} ${convention}`));
    for (const { id, convention } of formulations) expect(known).toContain(`${id} ${convention}`);
  });
});
