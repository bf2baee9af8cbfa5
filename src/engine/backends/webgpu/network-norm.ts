import { divisionOf } from "./network-gradient";
import { repeated, runsKernel, unlessStopped, type KernelShape, type NetworkKernel } from "./network-kernel";
import type { NetworkLayout } from "./network-layout";
import { ofItsRule, readHyperparameters, rulesWgsl, type RuleSet } from "./network-rules";
import { handed } from "./rule-functions";

/** Vec4s of the gradient that an invocation sums the squares of, and how many such strips there are at most. */
const [shortestStrip, mostStrips] = [64, 256];

const stripsOf = ({ size }: NetworkLayout) => Math.min(mostStrips, Math.ceil(size / shortestStrip));

/** Numbers of a run in `norms`: two a strip, then the norm. */
export const normsSizeOf = (layout: NetworkLayout): number => 2 * stripsOf(layout) + 1;

/** Rules that read the norm need the whole gradient first: it is kept, and its norm taken, in three dispatches. */
export const normKernels = (shape: KernelShape, set: RuleSet): NetworkKernel[] => [
  gradientKernel(shape, set),
  stripsKernel(shape),
  normKernel(shape),
];

/** Writes each run's penalised gradient, and 0 where rows are filled up. */
function gradientKernel(shape: KernelShape, set: RuleSet): NetworkKernel {
  const { items, decoded } = divisionOf(shape);
  return runsKernel(
    "gradient",
    {
      slots: { type: "vec4f" },
      inputs: { type: "vec4f" },
      outputs: { type: "vec4f" },
      deltas: { type: "f32" },
      log: { type: "u32" },
      hyperparameters: { type: "f32" },
      gradient: { type: "vec4f", writes: true },
    },
    {
      invocations: items,
      isPerRun: true,
      helpers: rulesWgsl(set),
      body: `${unlessStopped}
  let _frame = _log[1] - 1u;
  let _parameters = _window.run[_run].x;
${decoded(true)}
${ofItsRule(
  set,
  (rule, i) => `${readHyperparameters(set, rule)}
      for (var _j = 0u; _j < _count; _j++) {
        let _place = _to + _j * _stride;
        let _theta = _slots[_parameters + _place];
        var _kept = vec4f();
${repeated(4, (c) => `        if (${c}u < _filled) { _kept[${c}] = _penalised_${i}(_theta[${c}], _g[_j][${c}]${handed(rule.hyperparameters)}); }`)}
        _gradient[_run * ${shape.layout.size}u + _place] = _kept;
      }`,
)}`,
    },
  );
}

/** Of each strip the largest magnitude, and the sum of squares over its square: so large numbers do not overflow. */
function stripsKernel({ layout }: KernelShape): NetworkKernel {
  const strips = stripsOf(layout);
  const length = Math.ceil(layout.size / strips);
  return runsKernel(
    "strips",
    { gradient: { type: "vec4f" }, log: { type: "u32" }, norms: { type: "f32", writes: true } },
    {
      invocations: strips,
      isPerRun: true,
      body: `${unlessStopped}
  let _from = _run * ${layout.size}u + _item * ${length}u;
  let _until = min(_from + ${length}u, (_run + 1u) * ${layout.size}u);
  var _most = vec4f();
  for (var _i = _from; _i < _until; _i++) { _most = max(_most, abs(_gradient[_i])); }
  let _largest = max(max(_most.x, _most.y), max(_most.z, _most.w));
  var _squares = 0f;
  if (_largest > 0f) {
    for (var _i = _from; _i < _until; _i++) {
      let _scaled = _gradient[_i] / _largest;
      _squares += dot(_scaled, _scaled);
    }
  }
  let _to = _run * ${normsSizeOf(layout)}u + 2u * _item;
  _norms[_to] = _largest;
  _norms[_to + 1u] = _squares;`,
    },
  );
}

/** The strips of a run together. */
function normKernel({ layout }: KernelShape): NetworkKernel {
  const strips = stripsOf(layout);
  return runsKernel(
    "norm",
    { log: { type: "u32" }, norms: { type: "f32", writes: true } },
    {
      invocations: 1,
      body: `${unlessStopped}
  let _from = _run * ${normsSizeOf(layout)}u;
  var _largest = 0f;
  for (var _i = 0u; _i < ${strips}u; _i++) { _largest = max(_largest, _norms[_from + 2u * _i]); }
  var _squares = 0f;
  if (_largest > 0f) {
    for (var _i = 0u; _i < ${strips}u; _i++) {
      let _scale = _norms[_from + 2u * _i] / _largest;
      _squares += _norms[_from + 2u * _i + 1u] * _scale * _scale;
    }
  }
  _norms[_from + ${2 * strips}u] = _largest * sqrt(_squares);`,
    },
  );
}
