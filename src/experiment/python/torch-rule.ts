import { pythonName, toPython } from "../../formula/emit/python";
import { namesIn } from "../../formula/scope";
import type { OptimizerCode } from "./code";
import { toDefaults, toFloat } from "./float";
import { bracketed, docstring, indented } from "./layout";
import { helpersOf, pythonLines } from "./lines";
import type { Program, State } from "./program";

/** A rule as a class of its own, an optimizer of PyTorch's. */
export function torchRule(program: Program, description: readonly string[]): OptimizerCode {
  const { values, penalties, update, state, full, scalars, countsSteps, readsNorm, readsLoss } = program;
  const given = [...values.keys()].map(pythonName);
  // What is one for a whole parameter is a plain number.
  const names = { target: "torch", numbers: scalars, scalars, full } as const;
  const penalised = pythonLines(penalties, names);
  const updated = pythonLines(readsNorm ? update : [...penalties, ...update], names);
  const remembered = [...(countsSteps ? ["t"] : []), ...state.map(({ name }) => pythonName(name))];
  const firstValues = [...(countsSteps ? ["t=0.0"] : []), ...state.map((each) => first(each, scalars))];
  // What has two names must not change when one of them does.
  const copy = hasAliases(program) ? ".clone()" : "";

  const init = [
    ...bracketed("def __init__(", ["self", "parameters", ...toDefaults(values)], "):"),
    ...indented(
      bracketed(
        "super().__init__(parameters, dict(",
        given.map((name) => `${name}=${name}`),
        "))",
      ),
    ),
  ];
  const step = [
    "@torch.no_grad()",
    `def step(self${readsLoss ? ", loss_t" : ""}):`,
    ...indented([
      "[group] = self.param_groups",
      ...given.map((name) => `${name} = group["${name}"]`),
      'parameters = [each for each in group["params"] if each.grad is not None]',
      ...(readsNorm ? normOf(penalised.lines, copy) : []),
      readsNorm ? "for parameter, g in zip(parameters, gradients):" : "for parameter in parameters:",
      ...indented([
        readsNorm ? `theta = parameter${copy}` : `theta, g = parameter${copy}, parameter.grad${copy}`,
        ...(remembered.length > 0
          ? [
              "state = self.state[parameter]",
              "if not state:",
              ...indented(bracketed("state.update(", firstValues, ")")),
              ...remembered.map((name) => `${name} = state["${name}"]${name === "t" ? " + 1" : ""}`),
            ]
          : []),
        ...updated.lines,
        "parameter.copy_(theta)",
        ...(remembered.length > 0
          ? bracketed(
              "state.update(",
              remembered.map((name) => `${name}=${name}`),
              ")",
            )
          : []),
      ]),
    ]),
  ];
  const methods = [
    init,
    step,
    ...(program.reports === undefined ? [] : [iterate(pythonName(program.reports))]),
  ];
  return {
    definitions: [
      [
        "class Rule(torch.optim.Optimizer):",
        ...indented([...docstring(description), ...methods.flatMap((method) => ["", ...method])]),
      ],
    ],
    helpers: [
      ...penalised.helpers,
      ...updated.helpers,
      ...state.flatMap(({ initial }) => helpersOf(initial, "torch", scalars)),
    ],
    setUp: ["optimizer = Rule(parameters)"],
    before: [],
    after: [],
    readsLoss,
    reports: program.reports !== undefined,
  };
}

/** What a state starts from, as an argument. */
function first({ name, initial, isScalar }: State, numbers: ReadonlySet<string>): string {
  const text = initial.kind === "number" ? toFloat(initial.value) : toPython(initial, "torch", numbers);
  const key = pythonName(name);
  if (isScalar || namesIn(initial).has("theta")) return `${key}=${text}`;
  return text === "0.0" ? `${key}=torch.zeros_like(theta)` : `${key}=torch.full_like(theta, ${text})`;
}

/** The length of all gradients together, penalties included. */
const normOf = (penalties: readonly string[], copy: string): string[] => [
  ...(penalties.length === 0
    ? [`gradients = [each.grad${copy} for each in parameters]`]
    : [
        "gradients = []",
        "for parameter in parameters:",
        ...indented(["theta, g = parameter, parameter.grad", ...penalties, "gradients.append(g)"]),
      ]),
  "g_norm = torch.cat([each.flatten() for each in gradients]).norm().item()",
];

const iterate = (name: string): string[] => [
  "def iterate(self):",
  ...indented([
    ...docstring([`${name}, which is the result; gradients are taken elsewhere.`]),
    "[group] = self.param_groups",
    `return [self.state[each].get("${name}", each).detach() for each in group["params"]]`,
  ]),
];

/** Whether two names may be one tensor, which changes in place: the parameter, its gradient, or a state like them. */
const hasAliases = ({ penalties, update, state }: Program): boolean =>
  [...penalties, ...update].some(({ value }) => value.kind === "name") ||
  state.some(({ initial }) => initial.kind === "name" && initial.name === "theta");
