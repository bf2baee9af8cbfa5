import { toWgsl, wgslPreamble } from "../../../formula/emit/wgsl";
import type { Objective } from "../../compile";
import type { Rule } from "../../../experiment/rule";
import { disturbanceSize } from "../../disturbance";

/** Runs a workgroup walks side by side. */
export const workgroupSize = 64;

/** Numbers a frame leaves: loss, theta and gradient. */
export const frameSize = 5;

/**
 * WGSL of `rule` on `objective`: one invocation is one run, and walks the whole window of frames. All that a slider
 * moves is read from tables, so that the text depends on the two formulas alone. The kernel's own names begin with
 * `_`, which no name of a formula does.
 *
 * Tables: constants [objective.parameters, then objective.constants]; hyperparameters [runs, rule.hyperparameters];
 * per step [count, runs, rule.perStep]; noise [count, disturbanceSize]; slots [runs, 2]; frames [all runs, count, frameSize].
 */
export function surfaceKernel(objective: Objective, rule: Rule): string {
  const targets = (lines: Rule["perStep"]) => lines.map(({ target }) => target);
  const constants = reads([...objective.parameters, ...targets(objective.constants)], "_constants");
  const remembered = ["theta", ...rule.state];
  const locals = new Set(targets(rule.update).filter((name) => name !== "g" && !remembered.includes(name)));
  const assigned = (lines: Rule["update"]) =>
    lines.map(({ target, value }) => `  ${target} = ${toWgsl(value)};`).join("\n");

  return `${wgslPreamble}

struct _Slot {
${remembered.map((name) => `  ${name}: f32,`).join("\n")}
}
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
@group(0) @binding(3) var<storage, read> _per_step: array<f32>;
@group(0) @binding(4) var<storage, read> _noise: array<f32>;
@group(0) @binding(5) var<storage, read_write> _slots: array<array<_Slot, 2>>;
@group(0) @binding(6) var<storage, read_write> _frames: array<f32>;

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

fn _penalised(theta: f32, _raw: f32, _run: u32) -> f32 {
  var g = _raw;
${reads(rule.hyperparameters, "_hyperparameters", `_run * ${rule.hyperparameters.length}u`)}
${assigned(rule.penalties)}
  return g;
}

// Scaled, so that the square of a large coordinate does not overflow.
fn _norm_of(a: vec2f) -> f32 {
  let largest = max(abs(a.x), abs(a.y));
  if (largest == 0f) { return 0f; }
  return largest * length(a / largest);
}

fn _updated(_slot: _Slot, _prepared: f32, g_norm: f32, loss_t: f32, t: f32, _run: u32, _k: u32) -> _Slot {
  var g = _prepared;
${reads(rule.hyperparameters, "_hyperparameters", `_run * ${rule.hyperparameters.length}u`)}
${reads(targets(rule.perStep), "_per_step", `(_k * _window.runs + _run) * ${rule.perStep.length}u`)}
${remembered.map((name) => `  var ${name} = _slot.${name};`).join("\n")}
${[...locals].map((name) => `  var ${name}: f32;`).join("\n")}
${assigned(rule.update)}
  return _Slot(${remembered.join(", ")});
}

@compute @workgroup_size(${workgroupSize})
fn _walk(@builtin(global_invocation_id) _id: vec3u) {
  let _run = _id.x;
  if (_run >= _window.runs) { return; }
  var _x = _slots[_run][0];
  var _y = _slots[_run][1];
  for (var _k = 0u; _k < _window.count; _k++) {
    let _n = _k * ${disturbanceSize}u;
    var _g = _gradient_at(_x.theta, _y.theta);
    _g.x += _noise[_n] + _noise[_n + 2u] * _x.theta + _noise[_n + 3u] * _y.theta;
    _g.y += _noise[_n + 1u] + _noise[_n + 3u] * _x.theta + _noise[_n + 4u] * _y.theta;
    let _at = ((_window.first_run + _run) * _window.count + _k) * ${frameSize}u;
    let _loss = _loss_at(_x.${rule.reports}, _y.${rule.reports});
    _frames[_at] = _loss;
    _frames[_at + 1u] = _x.${rule.reports};
    _frames[_at + 2u] = _y.${rule.reports};
    _frames[_at + 3u] = _g.x;
    _frames[_at + 4u] = _g.y;
    if (_window.first + _k == _window.steps) { break; }
    let _t = f32(_window.first + _k + 1u);
    let _prepared = vec2f(_penalised(_x.theta, _g.x, _run), _penalised(_y.theta, _g.y, _run));
    let _norm = _norm_of(_prepared);
    _x = _updated(_x, _prepared.x, _norm, _loss, _t, _run, _k);
    _y = _updated(_y, _prepared.y, _norm, _loss, _t, _run, _k);
  }
  _slots[_run][0] = _x;
  _slots[_run][1] = _y;
}
`;
}

/** One `let` a name, from consecutive places of a table. */
const reads = (names: readonly string[], table: string, offset?: string): string =>
  names.map((name, i) => `  let ${name} = ${table}[${offset ? `${offset} + ` : ""}${i}u];`).join("\n");
