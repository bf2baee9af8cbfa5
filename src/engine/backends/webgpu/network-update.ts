import type { Rule } from "../../../experiment/rule";
import { divisionOf } from "./network-gradient";
import {
  logHead,
  repeated,
  runsKernel,
  unlessStopped,
  type KernelShape,
  type NetworkKernel,
} from "./network-kernel";
import { normsSizeOf } from "./network-norm";
import { ofItsRule, readHyperparameters, readPerStep, rulesWgsl, type RuleSet } from "./network-rules";
import { handed, perStepNames } from "./rule-functions";

/**
 * Moves every parameter by its run's rule. The gradient is summed where it is used and never leaves registers, unless
 * `isKept`: then it is read, penalised already, with its norm. The experiment's last frame is not stepped from.
 */
export function updateKernel(shape: KernelShape, set: RuleSet, isKept: boolean): NetworkKernel {
  const { items, decoded } = divisionOf(shape);
  const { size } = shape.layout;
  return runsKernel(
    "update",
    {
      slots: { type: "vec4f", writes: true },
      ...(isKept
        ? { gradient: { type: "vec4f" }, norms: { type: "f32" } }
        : { inputs: { type: "vec4f" }, outputs: { type: "vec4f" }, deltas: { type: "f32" } }),
      log: { type: "u32" },
      hyperparameters: { type: "f32" },
      perStep: { type: "f32" },
    },
    {
      invocations: items,
      isPerRun: true,
      helpers: rulesWgsl(set),
      body: `${unlessStopped}
  let _frame = _log[1] - 1u;
  if (_window.first + _frame >= _window.last) { return; }
  let _t = f32(_window.first + _frame + 1u);
  let _loss = bitcast<f32>(_log[${logHead}u + _frame * _window.runs + _run]);
  let _parameters = _window.run[_run].x;
${isKept ? `  let _norm = _norms[(_run + 1u) * ${normsSizeOf(shape.layout)}u - 1u];` : ""}
${decoded(!isKept)}
${ofItsRule(set, (rule, i) => stepOf(set, rule, i, size, isKept))}`,
    },
  );
}

/** A rolled loop, since the rule's code is most of what there is to compile; four numbers have the same code each. */
function stepOf(set: RuleSet, rule: Rule, index: number, size: number, isKept: boolean): string {
  const remembered = ["theta", ...rule.state];
  const slots = (line: (i: number) => string) => repeated(remembered.length, line);
  const given = handed(rule.hyperparameters);
  const gradient = (c: number) =>
    isKept
      ? `_gradient[_run * ${size}u + _place][${c}]`
      : `_penalised_${index}(_slot_0[${c}], _g[_j][${c}]${given})`;
  const number = (c: number) => `        if (${c}u < _filled) {
          let _slot = _Slot_${index}(${remembered.map((_, i) => `_slot_${i}[${c}]`).join(", ")});
          let _next = _updated_${index}(_slot, ${gradient(c)}, ${isKept ? "_norm" : "0f"}, _loss, _t${given}${handed(perStepNames(rule))});
${slots((i) => `          _slot_${i}[${c}] = _next.${remembered[i]!};`)}
        }`;
  return `${readHyperparameters(set, rule)}
${readPerStep(set, rule)}
      for (var _j = 0u; _j < _count; _j++) {
        let _place = _to + _j * _stride;
        let _at = _parameters + _place;
${slots((i) => `        var _slot_${i} = _slots[_at + ${i * size}u];`)}
${repeated(4, number)}
${slots((i) => `        _slots[_at + ${i * size}u] = _slot_${i};`)}
      }`;
}
