import { expect, test } from "vitest";
import { toJs } from "./emit/js";
import { parseProgram } from "./parse";
import { singleAssignment, versionOf, versioned } from "./single-assignment";

test("every assignment has a name of its own, and what is read is the last one before", () => {
  const program = parseProgram("g = g + l2 * theta; b = mu * b + g; theta = theta - lr * b; b = b / t", {
    assignable: ["g"],
  });
  const { lines, last } = singleAssignment(program, ["theta", "g"]);
  expect(lines.map(({ target, value }) => `${target} = ${toJs(value)}`)).toEqual([
    "g#1 = g#0 + l2 * theta#0",
    "b#1 = mu * b#0 + g#1",
    "theta#1 = theta#0 - lr * b#1",
    "b#2 = b#1 / t",
  ]);
  expect(Object.fromEntries(last)).toEqual({ theta: "theta#1", g: "g#1", b: "b#2" });
});

test("a name with its version is read back", () => {
  expect(versionOf(versioned("m_hat", 3))).toEqual({ name: "m_hat", version: 3 });
  expect(versionOf("lr")).toEqual({ name: "lr", version: 0 });
});
