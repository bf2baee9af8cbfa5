import {
  feedSizeOf,
  rowsOf,
  runsKernel,
  unlessStopped,
  type KernelShape,
  type NetworkKernel,
} from "./network-kernel";

/** Each sample's cross-entropy and the last layer's deltas: the shares less one for the true class, over the batch. */
export function softmaxKernel(shape: KernelShape): NetworkKernel {
  const { layout, batch } = shape;
  const { units, outputsAt, deltasAt } = layout.layers.at(-1)!;
  return runsKernel(
    "softmax",
    {
      feed: { type: "u32" },
      outputs: { type: "f32" },
      deltas: { type: "f32", writes: true },
      log: { type: "u32" },
    },
    {
      invocations: batch,
      body: `${unlessStopped}
  let _row = _run * ${rowsOf(batch)}u + _item;
  let _scores = _row * ${4 * layout.outputsSize}u + ${4 * outputsAt}u;
  let _deltas_at = _row * ${layout.deltasSize}u;
  let _label = _feed[(_log[1] - 1u) * ${feedSizeOf(shape)}u + _item];
  var _most = _outputs[_scores];
  for (var _j = 1u; _j < ${units}u; _j++) { _most = max(_most, _outputs[_scores + _j]); }
  var _total = 0f;
  for (var _j = 0u; _j < ${units}u; _j++) { _total += exp(_outputs[_scores + _j] - _most); }
  for (var _j = 0u; _j < ${units}u; _j++) {
    let _share = exp(_outputs[_scores + _j] - _most) / _total;
    _deltas[_deltas_at + ${deltasAt}u + _j] = (_share - select(0f, 1f, _j == _label)) * ${Math.fround(1 / batch)}f;
  }
  _deltas[_deltas_at + ${layout.deltasSize - 1}u] = log(_total) + _most - _outputs[_scores + _label];`,
    },
  );
}
