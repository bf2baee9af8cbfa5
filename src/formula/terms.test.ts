import { expect, test } from "vitest";
import { toJs } from "./emit/js";
import { parseExpression } from "./parse";
import { addedTo, factorsOf, sumOf, termsOf } from "./terms";

test("a sum is taken apart with its signs, and put together again", () => {
  const written = (text: string) =>
    termsOf(parseExpression(text)).map(({ isNegative, value }) => `${isNegative ? "-" : "+"}${toJs(value)}`);
  expect(written("a - (b - c) + -d * e")).toEqual(["+a", "-b", "+c", "+-d * e"]);
  expect(toJs(sumOf(termsOf(parseExpression("a - (b - c)"))))).toBe("a - b + c");
});

test("what is added to theta is the rest of the sum, and undefined where theta is not by itself", () => {
  const added = (text: string) => {
    const rest = addedTo("theta", parseExpression(text));
    return rest && toJs(rest);
  };
  expect(added("theta - lr * b")).toBe("-(lr * b)");
  expect(added("theta + momentum * v - lr * g")).toBe("momentum * v - lr * g");
  expect(added("(theta - lr * g) - lr * decay * theta")).toBe("-(lr * g) - lr * decay * theta");
  expect(added("(1 - lr) * theta - lr * g")).toBeUndefined();
  expect(added("z - theta")).toBeUndefined();
});

test("a quotient of products is parted at its line", () => {
  const { isNegative, above, below } = factorsOf(parseExpression("-a * (b + c) / (d / -e) / f"));
  expect(isNegative).toBe(false);
  expect(above.map(toJs)).toEqual(["a", "b + c", "e"]);
  expect(below.map(toJs)).toEqual(["d", "f"]);
});
