import { activationWgsl } from "./network-activation";
import {
  feedSizeOf,
  repeated,
  rowsOf,
  runsKernel,
  unlessStopped,
  type KernelShape,
  type NetworkKernel,
} from "./network-kernel";
import { vec4s, type NetworkLayout, type PlacedLayer } from "./network-layout";

/** Whether an invocation can hold all outputs of a sample: then one kernel does what else takes three and more. */
export const isNarrow = ({ layers: [first, ...later] }: NetworkLayout): boolean =>
  first!.units <= 64 && later.every(({ units }) => units <= 32);

/**
 * All layers behind the first, softmax and cross-entropy, and the deltas of all layers: an invocation takes a sample of a
 * run up and down. Outputs of layer l are `_h_l`, in vec4s; its deltas `_d_l`.
 */
export function tailKernel(shape: KernelShape): NetworkKernel {
  const { layout, batch } = shape;
  const { layers } = layout;
  const rows = rowsOf(batch);
  return runsKernel(
    "tail",
    {
      slots: { type: "vec4f" },
      feed: { type: "u32" },
      outputs: { type: "vec4f", writes: true },
      deltas: { type: "f32", writes: true },
      log: { type: "u32" },
    },
    {
      invocations: batch,
      helpers: activationWgsl(shape),
      body: `${unlessStopped}
  let _parameters = _window.run[_run].x;
  let _feed_at = (_log[1] - 1u) * ${feedSizeOf(shape)}u;
  let _outputs_at = (_run * ${rows}u + _item) * ${layout.outputsSize}u;
  let _deltas_at = (_run * ${rows}u + _item) * ${layout.deltasSize}u;
${repeated(layers.length - 1, (l) => `  let _base_${l} = _feed[_feed_at + ${batch + l}u];`)}
${layers.map((layer, l) => (l === 0 ? readOutputs(layer) : outputsOf(layer, l, l === layers.length - 1))).join("\n")}
${softmax(layers.at(-1)!, layers.length - 1, shape)}
${repeated(layers.length - 1, (i) => deltasOf(layers, layers.length - 2 - i))}`,
    },
  );
}

const readOutputs = ({ units }: PlacedLayer) => `  var _h_0: array<vec4f, ${vec4s(units)}>;
  for (var _i = 0u; _i < ${vec4s(units)}u; _i++) { _h_0[_i] = _outputs[_outputs_at + _i]; }`;

/** Four units at once; those beyond the last, in a group of their own, are 0. */
function outputsOf(layer: PlacedLayer, l: number, isLast: boolean): string {
  const { units, rowSize, weightsAt, biasesAt, outputsAt } = layer;
  const group = (count: number) => `    var _sums = _slots[_parameters + ${biasesAt}u + _q];
${repeated(
  count,
  (c) => `    {
      let _w = _parameters + ${weightsAt}u + (4u * _q + ${c}u) * ${rowSize}u;
      var _products = vec4f();
      for (var _i = 0u; _i < ${rowSize}u; _i++) { _products += _h_${l - 1}[_i] * _slots[_w + _i]; }
      _sums[${c}] += dot(_products, vec4f(1f));
    }`,
)}
${isLast ? "" : `    let _place = _item * ${units}u + 4u * _q;`}
${repeated(count, (c) => (isLast ? "" : `    _sums[${c}] = _activated(_sums[${c}]) * _kept(_base_${l}, _place + ${c}u);`))}
    _h_${l}[_q] = _sums;
${isLast ? "" : `    _outputs[_outputs_at + ${outputsAt}u + _q] = _sums;`}`;
  const [whole, rest] = [Math.floor(units / 4), units % 4];
  return `  var _h_${l}: array<vec4f, ${vec4s(units)}>;
${whole > 0 ? `  for (var _q = 0u; _q < ${whole}u; _q++) {\n${group(4)}\n  }` : ""}
${rest > 0 ? `  {\n    let _q = ${whole}u;\n${group(rest)}\n  }` : ""}`;
}

/** The loss, and the last layer's deltas: the shares less one for the true class, over the batch. */
function softmax({ units, deltasAt }: PlacedLayer, l: number, { layout, batch }: KernelShape): string {
  const score = `_h_${l}[_j / 4u][_j % 4u]`;
  return `  let _label = _feed[_feed_at + _item];
  var _most = _h_${l}[0][0];
  for (var _j = 1u; _j < ${units}u; _j++) { _most = max(_most, ${score}); }
  var _total = 0f;
  for (var _j = 0u; _j < ${units}u; _j++) { _total += exp(${score} - _most); }
  var _d_${l}: array<f32, ${units}>;
  for (var _j = 0u; _j < ${units}u; _j++) {
    let _delta = (exp(${score} - _most) / _total - select(0f, 1f, _j == _label)) * ${Math.fround(1 / batch)}f;
    _d_${l}[_j] = _delta;
    _deltas[_deltas_at + ${deltasAt}u + _j] = _delta;
  }
  _deltas[_deltas_at + ${layout.deltasSize - 1}u] = log(_total) + _most - _h_${l}[_label / 4u][_label % 4u];`;
}

function deltasOf(layers: readonly PlacedLayer[], l: number): string {
  const { units, deltasAt } = layers[l]!;
  const above = layers[l + 1]!;
  // The first layer's are read by the next kernel only.
  const isHeld = l > 0;
  return `${isHeld ? `  var _d_${l}: array<f32, ${units}>;` : ""}
  for (var _q = 0u; _q < ${vec4s(units)}u; _q++) {
    var _sums = vec4f();
    for (var _j = 0u; _j < ${above.units}u; _j++) {
      _sums += _d_${l + 1}[_j] * _slots[_parameters + ${above.weightsAt}u + _j * ${above.rowSize}u + _q];
    }
    for (var _c = 0u; _c < min(4u, ${units}u - 4u * _q); _c++) {
      let _unit = 4u * _q + _c;
      let _factor = _kept(_base_${l}, _item * ${units}u + _unit) * _slope(_h_${l}[_q][_c] * _share);
      let _delta = _sums[_c] * _factor;
${isHeld ? `      _d_${l}[_unit] = _delta;` : ""}
      _deltas[_deltas_at + ${deltasAt}u + _unit] = _delta;
    }
  }`;
}
