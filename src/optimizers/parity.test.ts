import { expect, test } from "vitest";
import { parityOf, paritiesOf } from "../formula/parity";
import { parseExpression, parseProgram } from "../formula/parse";
import { singleAssignment, versioned } from "../formula/single-assignment";
import { modifiers } from "../modifiers/index";
import type { Modifier } from "../modifiers/modifier";
import { formulations, walk, type Gradient } from "./walk-by-hand";
import type { Formulation } from "./optimizer";

test("of every rule it is known which values are directions and which are sizes", () => {
  const told = formulations.flatMap(({ name, formulation }) => {
    const others = [...namesOf(formulation)].filter(([, parity]) => parity !== "size");
    expect(others.map(([, parity]) => parity).filter((parity) => parity !== "direction")).toEqual([]);
    return name.includes("@") ? [] : `${name}: ${others.map(([each]) => each).join(" ")}`;
  });
  expect(told).toEqual([
    "sgd: theta",
    "momentum: theta b",
    "nesterov: theta b",
    "adagrad: theta",
    "adadelta: theta d",
    "rmsprop: theta b",
    "rmsprop-centered: theta m b",
    "adam: theta m m_hat",
    "amsgrad: theta m m_hat",
    "adamw: theta m m_hat",
    "adamax: theta m m_hat",
    "nadam: theta m m_hat",
    "radam: theta m m_hat",
    "rprop: theta g_prev",
    "lion: theta d m",
    "schedule-free: theta z x",
  ]);
});

test("what turns and what stays does so when a rule walks from the mirrored start along mirrored gradients", () => {
  const gradient: Gradient = ([x = 0]) => [x + 3 * Math.sin(2 * x)];
  for (const { name, formulation } of formulations) {
    for (const [of, parity] of namesOf(formulation)) {
      const reporting = { ...formulation, reports: of };
      const ahead = walk(reporting, {}, gradient, [1.3], 30)
        .slice(1)
        .map(([x]) => x!);
      const back = walk(reporting, {}, gradient, [-1.3], 30)
        .slice(1)
        .map(([x]) => x!);
      const turned = parity === "direction" ? back.map((x) => -x) : back;
      ahead.forEach((x, i) => expect(turned[i], `${name} ${of}`).toBeCloseTo(x, 12));
    }
  }
});

test("modifiers leave a direction a direction", () => {
  for (const { lines } of Object.values<Modifier>(modifiers)) {
    const program = singleAssignment(parseProgram(lines, { assignable: ["g"] }), ["theta", "g"]);
    const of = paritiesOf(program, {});
    expect(program.lines.map(({ target }) => of(target))).toEqual(["direction"]);
  }
});

test("what is neither is mixed", () => {
  const of = (text: string) =>
    parityOf(parseExpression(text), (name) => (name === "g" ? "direction" : "size"));
  expect(["g + 1", "max(g, 0)", "exp(g)", "sqrt(g)", "2^g", "max(-c, min(d, g))", "step(g)"].map(of)).toEqual(
    Array(7).fill("mixed"),
  );
  expect(["min(c, max(g, -c))", "tanh(g)", "g^3", "g * abs(g)", "g + 0"].map(of)).toEqual(
    Array(5).fill("direction"),
  );
  expect(["cos(g)", "g^-2", "g / g", "abs(g)^0.5", "max(g * g, 1)"].map(of)).toEqual(Array(5).fill("size"));
  expect(of("0 * g")).toBe("zero");
});

function namesOf({ update, initial = {} }: Formulation) {
  const program = singleAssignment(parseProgram(update), ["theta", "g"]);
  const first = Object.fromEntries(
    Object.entries(initial).map(([name, text]) => [name, parseExpression(text)]),
  );
  const of = paritiesOf(program, first);
  const assigned = [...program.last.keys()].filter((name) => name !== "g");
  return new Map(assigned.map((name) => [name, of(program.last.get(name) ?? versioned(name, 0))]));
}
