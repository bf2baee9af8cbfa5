import { expect, test } from "vitest";
import { parseExpression } from "../../formula/parse";
import { inDegrees } from "./degrees";

test("an angle in degrees is printed without its factor, and nothing else is touched", () => {
  const angles = new Set(["rotate"]);
  expect(inDegrees(parseExpression("x * cos(rotate * pi / 180) + -max(y, 2)^2"), angles)).toEqual(
    parseExpression("x * cos(rotate) + -max(y, 2)^2"),
  );
  const other = parseExpression("cos(kappa * pi / 180) + rotate * pi / 90 + rotate / 180");
  expect(inDegrees(other, angles)).toEqual(other);
});
