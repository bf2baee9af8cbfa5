import { divergenceBound } from "../../../experiment/recording";
import type { Rule } from "../../../experiment/rule";
import type { Assignment } from "../../../formula/ast";
import { toWgsl, wgslPreamble } from "../../../formula/emit/wgsl";
import type { Objective } from "../../compile";
import { disturbanceSize } from "../../disturbance";
import { partedByTime } from "../parted-by-time";
import type { Bindings } from "./pipeline";
import { givenName, handed, perStepNames, ruleFunctions } from "./rule-functions";

/** Runs a workgroup walks side by side. */
export const workgroupSize = 64;

/** Numbers a frame leaves: loss, theta and gradient. */
export const frameSize = 5;

/** Numbers an ending leaves: loss and theta. */
export const endingSize = 3;

/** Numbers in a table of values per step that all runs share. A size known to the compiler makes reading it cheap. */
export const sharedTableSize = 2 ** 14;

/** Bindings every surface kernel has, used or not, so that bind groups need not know the formulas. */
export const surfaceBindings: Bindings = [
  "uniform",
  ...Array<"read-only-storage">(4).fill("read-only-storage"),
  "storage",
  "storage",
];

/** What a kernel does beside walking. */
export type KernelOptions = {
  /**
   * Every frame, or of each run only the ending: where the window leaves it, or its first frame beyond the bounds of
   * divergence, where it stops, so that no later number hides that it was there.
   */
  readonly keeps: "frames" | "ending";
  /** Whether all runs read the same values per step. */
  readonly sharesPerStep: boolean;
  readonly isNoisy: boolean;
};

/**
 * WGSL of `rule` on `objective`: one invocation is one run, and walks the whole window of frames. All that a slider
 * moves is read from tables, so that the text depends on the two formulas alone. The kernel's own names begin with
 * `_`, which no name of a formula does.
 *
 * Tables: constants [objective.parameters, then objective.constants]; hyperparameters [runs, rule.hyperparameters];
 * per step [count, runs, rule.perStep], or [count, rule.perStep] where shared; noise [count, disturbanceSize];
 * slots [runs, 2]; kept frames [all runs, count, frameSize], or kept endings: losses [runs], then thetas [runs, 2].
 */
export function surfaceKernel(
  objective: Objective,
  rule: Rule,
  { keeps, sharesPerStep, isNoisy }: KernelOptions = { keeps: "frames", sharesPerStep: false, isNoisy: true },
): string {
  const constants = [...objective.parameters, ...targetsOf(objective.constants)]
    .map((name, i) => `  let ${name} = _constants[${i}u];`)
    .join("\n");

  // What a formula is given is read where it last changes, and handed on by the name it has there.
  const { hyperparameters } = rule;
  const perStep = perStepNames(rule);
  const parted = partedByTime(rule.perStep);
  const read = (names: readonly string[], table: string, columns: readonly string[], row: string) =>
    names
      .map((name) => [name, `${row} * ${columns.length}u + ${columns.indexOf(name)}u`])
      .map(([name, at]) => `  let ${givenName(name!)} = ${table}[${at}];`)
      .join("\n");
  const rowPerStep = (k: string) => (sharesPerStep ? k : `(${k} * _window.runs + _run)`);

  return `${wgslPreamble}

${ruleFunctions(rule)}

struct _Window {
  first: u32,
  count: u32,
  steps: u32,
  first_run: u32,
  runs: u32,
}
@group(0) @binding(0) var<uniform> _window: _Window;
@group(0) @binding(1) var<storage, read> _constants: array<f32>;
@group(0) @binding(2) var<storage, read> _hyperparameters: array<f32>;
@group(0) @binding(3) var<storage, read> _per_step: array<f32${sharesPerStep ? `, ${sharedTableSize}` : ""}>;
@group(0) @binding(4) var<storage, read> _noise: array<f32>;
@group(0) @binding(5) var<storage, read_write> _slots: array<array<_Slot, 2>>;
@group(0) @binding(6) var<storage, read_write> _kept: array<f32>;

fn _loss_at(x: f32, y: f32) -> f32 {
${constants}
  return ${toWgsl(objective.value)};
}

fn _gradient_at(x: f32, y: f32) -> vec2f {
${constants}
  return vec2f(
    ${toWgsl(objective.gradient[0])},
    ${toWgsl(objective.gradient[1])},
  );
}

// Scaled, so that the square of a large coordinate does not overflow.
fn _norm_of(a: vec2f) -> f32 {
  let largest = max(abs(a.x), abs(a.y));
  if (largest == 0f) { return 0f; }
  return largest * length(a / largest);
}

@compute @workgroup_size(${workgroupSize})
fn _walk(@builtin(global_invocation_id) _id: vec3u) {
  let _run = _id.x;
  if (_run >= _window.runs) { return; }
${read(hyperparameters, "_hyperparameters", hyperparameters, "_run")}
${read(targetsOf(parted.steady), "_per_step", perStep, rowPerStep("0u"))}
  let _count = _window.count;
  var _x = _slots[_run][0];
  var _y = _slots[_run][1];
  for (var _k = 0u; _k < _count; _k++) {
    var _g = _gradient_at(_x.theta, _y.theta);
${isNoisy ? disturb : ""}
    let _loss = _loss_at(_x.${rule.reports}, _y.${rule.reports});
${keeps === "frames" ? keepFrame(rule) : stopOutside(rule)}
    let _t = f32(_window.first + _k + 1u);
${read(targetsOf(parted.moving), "_per_step", perStep, rowPerStep("_k"))}
    let _prepared = vec2f(
      _penalised(_x.theta, _g.x${handed(hyperparameters)}),
      _penalised(_y.theta, _g.y${handed(hyperparameters)}),
    );
    let _norm = _norm_of(_prepared);
    _x = _updated(_x, _prepared.x, _norm, _loss, _t${handed([...hyperparameters, ...perStep])});
    _y = _updated(_y, _prepared.y, _norm, _loss, _t${handed([...hyperparameters, ...perStep])});
  }
  _slots[_run][0] = _x;
  _slots[_run][1] = _y;
${keeps === "ending" ? keepEnding(rule) : ""}
}
`;
}

const targetsOf = (lines: readonly Assignment[]) => lines.map(({ target }) => target);

const disturb = `\
    let _n = _k * ${disturbanceSize}u;
    _g.x += _noise[_n] + _noise[_n + 2u] * _x.theta + _noise[_n + 3u] * _y.theta;
    _g.y += _noise[_n + 1u] + _noise[_n + 3u] * _x.theta + _noise[_n + 4u] * _y.theta;`;

const keepFrame = ({ reports }: Rule) => `\
    let _at = ((_window.first_run + _run) * _count + _k) * ${frameSize}u;
    _kept[_at] = _loss;
    _kept[_at + 1u] = _x.${reports};
    _kept[_at + 2u] = _y.${reports};
    _kept[_at + 3u] = _g.x;
    _kept[_at + 4u] = _g.y;
    if (_window.first + _k == _window.steps) { break; }`;

const stopOutside = ({ reports }: Rule) => `\
    let _farthest = max(abs(_x.${reports}), abs(_y.${reports}));
    let _is_inside = abs(_loss) <= ${divergenceBound.loss}f && _farthest <= ${divergenceBound.coordinate}f;
    if (!_is_inside) { break; }`;

// After the loop, since in it every branch costs: so a window of endings has as many frames as it makes steps.
const keepEnding = ({ reports }: Rule) => `\
  _kept[_run] = _loss_at(_x.${reports}, _y.${reports});
  _kept[_window.runs + 2u * _run] = _x.${reports};
  _kept[_window.runs + 2u * _run + 1u] = _y.${reports};`;
