import { expect, test } from "vitest";
import { refusalOfName } from "../../experiment/own-optimizer";
import { freeRuleName } from "./free-rule-name";

test("a new rule takes the first name that is free, and one that a rule may have", () => {
  expect(freeRuleName([])).toBe("Your rule");
  expect(freeRuleName([{ name: "Your rule" }, { name: "Your rule 3" }])).toBe("Your rule 2");
  expect(refusalOfName(freeRuleName([{ name: "Your rule" }]))).toBeUndefined();
});
