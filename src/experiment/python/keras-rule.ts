import { pythonName, toPython } from "../../formula/emit/python";
import { namesIn } from "../../formula/scope";
import type { OptimizerCode } from "./code";
import { toDefaults, toFloat } from "./float";
import { bracketed, docstring, indented } from "./layout";
import { helpersOf, pythonLines } from "./lines";
import type { Program, State } from "./program";

/** A rule as a class of its own, an optimizer of Keras's that runs on all its backends. */
export function kerasRule(program: Program, description: readonly string[]): OptimizerCode {
  const { values, penalties, update, state, full, scalars, readsNorm, readsLoss } = program;
  // The rate is Keras's own, so that its callbacks can set it; what else is given is plain.
  const hasRate = [...penalties, ...update].some(({ value }) => namesIn(value).has("lr"));
  const numbers = new Set([...values.keys()].filter((name) => !hasRate || name !== "lr"));
  const startsFrom = new Set(state.flatMap(({ initial }) => [...namesIn(initial)]));
  const stored = [...values.keys()]
    .filter((name) => numbers.has(name) || startsFrom.has(name))
    .map(pythonName);
  const unpacked = stored.length === 0 ? [] : bracketed("[", stored, "] = self.values");
  const names = { target: "keras", numbers, scalars, full } as const;
  const penalised = pythonLines(penalties, names);
  const updated = pythonLines(readsNorm ? update : [...penalties, ...update], names);

  const init = [
    ...bracketed("def __init__(", ["self", ...toDefaults(values)], "):"),
    ...indented([
      `super().__init__(learning_rate=${values.has("lr") ? "lr" : "1.0"})`,
      ...(stored.length > 0 ? bracketed("self.values = [", stored, "]") : []),
      ...(readsLoss ? ['self.loss_t = self.add_variable((), name="loss_t")'] : []),
    ]),
  ];
  const updateStep = [
    "def update_step(self, g, variable, learning_rate):",
    ...indented([
      ...unpacked,
      ...(hasRate ? ["lr = ops.cast(learning_rate, variable.dtype)"] : []),
      ...(program.countsSteps ? ["t = ops.cast(self.iterations + 1, variable.dtype)"] : []),
      ...(readsNorm ? ["g_norm = self.g_norm"] : []),
      ...(readsLoss ? ["loss_t = ops.cast(self.loss_t, variable.dtype)"] : []),
      "theta = ops.copy(variable)",
      ...(state.length > 0 ? ["state = self.state[self._get_variable_index(variable)]"] : []),
      ...state.map(({ name }) => `${pythonName(name)} = ops.copy(state["${pythonName(name)}"])`),
      ...updated.lines,
      "self.assign(variable, theta)",
      ...state.map(({ name }) => `self.assign(state["${pythonName(name)}"], ${pythonName(name)})`),
    ]),
  ];
  const methods = [
    init,
    ...(state.length > 0
      ? [build(program, [...values.keys()].some((name) => startsFrom.has(name)) ? unpacked : [])]
      : []),
    ...(readsNorm ? [apply(penalised.lines, unpacked)] : []),
    updateStep,
    ...(program.reports === undefined ? [] : [iterate(pythonName(program.reports))]),
  ];
  return {
    definitions: [
      [
        "class Rule(keras.optimizers.Optimizer):",
        ...indented([...docstring(description), ...methods.flatMap((method) => ["", ...method])]),
      ],
    ],
    helpers: [
      ...penalised.helpers,
      ...updated.helpers,
      ...state.flatMap(({ initial }) => helpersOf(initial, "keras", new Set(values.keys()))),
    ],
    setUp: ["optimizer = Rule()"],
    before: [],
    after: [],
    readsLoss,
    reports: program.reports !== undefined,
  };
}

/** Makes the variables of the state, for each of a model's; by initializers, since TensorFlow would assign every step,
 * and not by Constant, which rounds to float32 there. */
function build({ state, values }: Program, unpacked: readonly string[]): string[] {
  const numbers = new Set(values.keys());
  return [
    "def build(self, variables):",
    ...indented(["super().build(variables)", "self.state = [self.first(each) for each in variables]"]),
    "",
    "def first(self, theta):",
    ...indented([
      ...docstring(["What is remembered of a variable before the first step."]),
      ...unpacked,
      "shape, dtype = theta.shape, theta.dtype",
      "return {",
      ...indented(state.map((each) => variableOf(each, numbers))),
      "}",
    ]),
  ];
}

/** A state's variable, as a dictionary's entry. */
function variableOf({ name, initial, isScalar }: State, numbers: ReadonlySet<string>): string {
  const text = initial.kind === "number" ? toFloat(initial.value) : toPython(initial, "keras", numbers);
  const value = namesIn(initial).has("theta")
    ? `lambda shape, dtype: ops.copy(${text})`
    : `lambda shape, dtype: ops.full(shape, ${text}, dtype)`;
  const given = [isScalar ? "()" : "shape", ...(text === "0.0" ? [] : [value]), "dtype=dtype"];
  return `"${pythonName(name)}": self.add_variable(${given.join(", ")}),`;
}

/** Takes the length of all gradients together, penalties included, before any parameter moves. */
const apply = (penalties: readonly string[], unpacked: readonly string[]): string[] => [
  "def apply(self, grads, trainable_variables=None):",
  ...indented([
    ...(penalties.length === 0
      ? ["gradients = list(grads)"]
      : [
          ...unpacked,
          "gradients = []",
          "for g, variable in zip(grads, trainable_variables or self._trainable_variables):",
          ...indented([
            "if g is not None:",
            ...indented(["theta = ops.copy(variable)", ...penalties]),
            "gradients.append(g)",
          ]),
        ]),
    "self.g_norm = ops.sqrt(sum(ops.sum(g**2) for g in gradients if g is not None))",
    "super().apply(gradients, trainable_variables)",
  ]),
];

const iterate = (name: string): string[] => [
  "def iterate(self):",
  ...indented([
    ...docstring([`${name}, which is the result; gradients are taken elsewhere.`]),
    `return [ops.copy(state["${name}"]) for state in self.state]`,
  ]),
];
