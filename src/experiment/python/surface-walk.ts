import type { RunSpec, SurfaceSpec } from "../spec";
import type { OptimizerCode } from "./code";
import { toFloat } from "./float";
import { indented } from "./layout";
import type { Framework } from "./native-call";
import { torchStep } from "./torch-step";

/** Lines that change the numbers of an optimizer at the step a run branches at. */
export type Branch = { readonly step: number; readonly lines: readonly string[] };

/** A run on a surface as the body of a generator of its iterates, the start first. */
export function surfaceWalk(
  spec: SurfaceSpec,
  framework: Framework,
  code: OptimizerCode,
  isDisturbed: boolean,
  branch?: Branch,
): string[] {
  const walk = framework === "pytorch" ? torchWalk : kerasWalk;
  const changed = branch ? [`if k == ${branch.step}:`, ...indented(branch.lines)] : [];
  return walk(spec, code, isDisturbed, changed);
}

type Walk = (
  spec: SurfaceSpec,
  code: OptimizerCode,
  isDisturbed: boolean,
  changed: readonly string[],
) => string[];

const torchWalk: Walk = ({ start, steps }, code, isDisturbed, changed) => {
  const at = code.reports ? "optimizer.iterate()[0]" : "theta.detach()";
  const told = code.reports ? "loss(*optimizer.iterate()[0])" : "value";
  const disturbed = isDisturbed
    ? ["theta.grad += torch.tensor(disturbance(k, *theta.tolist()), dtype=theta.dtype)"]
    : [];
  return [
    `theta = torch.tensor([${start.map(toFloat).join(", ")}], dtype=torch.float64, requires_grad=True)`,
    "parameters = [theta]",
    ...code.setUp,
    "yield theta.detach().tolist()",
    `for k in range(${steps}):`,
    ...indented([
      ...changed,
      ...torchStep({ ...code, before: [...disturbed, ...code.before] }, "loss(*theta)", told),
      `yield ${at}.tolist()`,
    ]),
  ];
};

const kerasWalk: Walk = ({ start, steps }, code, isDisturbed, changed) => {
  const at = code.reports ? "optimizer.iterate()[0]" : "theta";
  return [
    `theta = keras.Variable([${start.map(toFloat).join(", ")}], dtype="float64")`,
    ...code.setUp,
    "optimizer.build([theta])",
    "yield ops.convert_to_numpy(theta).tolist()",
    `for k in range(${steps}):`,
    ...indented([
      ...changed,
      ...(code.readsLoss ? [`optimizer.loss_t.assign(loss(${at}[0], ${at}[1]))`] : []),
      "g = gradient(theta[0], theta[1])",
      ...(isDisturbed
        ? ['g = g + ops.array(disturbance(k, *ops.convert_to_numpy(theta).tolist()), "float64")']
        : []),
      "optimizer.apply([g], [theta])",
      `yield ops.convert_to_numpy(${at}).tolist()`,
    ]),
  ];
};

/** What a branch does to a rule written as a class. */
export function branchOf(
  { until }: RunSpec,
  framework: Framework,
  values: ReadonlyMap<string, number>,
  nameOf: (name: string) => string,
): Branch | undefined {
  if (!until) return undefined;
  const given = [...values].map(([name, value]) => `${nameOf(name)}=${toFloat(value)}`).join(", ");
  return {
    step: until.step,
    lines:
      framework === "pytorch"
        ? [`optimizer.param_groups[0].update(${given})`]
        : [
            `later = Rule(${given})`,
            "optimizer.learning_rate = float(later.learning_rate)",
            'if hasattr(later, "values"):',
            ...indented(["optimizer.values = later.values"]),
          ],
  };
}
