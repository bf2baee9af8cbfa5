import { describe, expect, it, test } from "vitest";
import { toClosure } from "../formula/emit/evaluate";
import { parseExpression } from "../formula/parse";
import { surfaces } from "../surfaces/index";
import { parametersOf, surfaceOf } from "./spec";
import { surfaceText } from "./surface-text";
import { customSpec, surfaceSpec } from "./usual-spec";

describe.each(Object.keys(surfaces))("the text of %s", (id) => {
  const spec = surfaceSpec(id);

  it("is one line and means what the surface means", () => {
    const text = surfaceText(spec);
    expect(text).not.toContain("\n");
    const parameters = parametersOf(spec);
    const names = ["x", "y", ...Object.keys(parameters)];
    const [value, same] = [surfaceOf(spec).value, text].map((each) =>
      toClosure(parseExpression(each), names),
    );
    const { domain } = surfaceOf(spec);
    for (const u of [0.1, 0.37, 0.62, 0.9])
      for (const v of [0.05, 0.41, 0.77]) {
        const [x, y] = [
          domain.x[0] + u * (domain.x[1] - domain.x[0]),
          domain.y[0] + v * (domain.y[1] - domain.y[0]),
        ];
        const at = [x, y, ...Object.values(parameters)];
        expect(same!(at)).toBeCloseTo(value!(at), 9);
      }
  });
});

test("a ravine that is not turned has a text without angles", () => {
  expect(surfaceText(surfaceSpec("ravine"))).toBe("(x^2 + kappa * y^2) / 2");
  expect(surfaceText({ ...surfaceSpec("ravine"), parameters: { rotate: 30 } })).toContain("rotate");
});

test("what a visitor typed is left as it is", () =>
  expect(surfaceText(customSpec(" x^2 + y ^ 2"))).toBe(" x^2 + y ^ 2"));
