import { activationWgsl } from "./network-activation";
import {
  feedSizeOf,
  repeated,
  rowsOf,
  runsKernel,
  sampleTile,
  unlessStopped,
  type KernelShape,
  type NetworkKernel,
} from "./network-kernel";
import { vec4s } from "./network-layout";

/** Deltas of a hidden layer from those of the one above: an invocation has a tile of samples by four units. */
export function deltasKernel(shape: KernelShape, index: number): NetworkKernel {
  const { layout, batch } = shape;
  const { units, outputsAt, deltasAt } = layout.layers[index]!;
  const above = layout.layers[index + 1]!;
  const rows = rowsOf(batch);
  const quads = vec4s(units);
  return runsKernel(
    `deltas ${index + 1}`,
    {
      slots: { type: "vec4f" },
      feed: { type: "u32" },
      outputs: { type: "vec4f" },
      deltas: { type: "f32", writes: true },
      log: { type: "u32" },
    },
    {
      invocations: (rows / sampleTile) * quads,
      helpers: activationWgsl(shape),
      body: `${unlessStopped}
  let _sample = _item / ${quads}u * ${sampleTile}u;
  let _quad = _item % ${quads}u;
  let _row = _run * ${rows}u + _sample;
  let _weights = _window.run[_run].x + ${above.weightsAt}u + _quad;
  let _from = _row * ${layout.deltasSize}u + ${above.deltasAt}u;
${repeated(sampleTile, (s) => `  var _sum_${s} = vec4f();`)}
  for (var _j = 0u; _j < ${above.units}u; _j++) {
    let _w = _slots[_weights + _j * ${above.rowSize}u];
${repeated(sampleTile, (s) => `    _sum_${s} += _deltas[_from + ${s * layout.deltasSize}u + _j] * _w;`)}
  }
  let _base = _feed[(_log[1] - 1u) * ${feedSizeOf(shape)}u + ${batch + index}u];
  let _place = _sample * ${units}u + 4u * _quad;
  let _to = _row * ${layout.deltasSize}u + ${deltasAt}u + 4u * _quad;
${repeated(
  sampleTile,
  (s) => `  let _output_${s} = _outputs[(_row + ${s}u) * ${layout.outputsSize}u + ${outputsAt}u + _quad];`,
)}
${repeated(
  4,
  (c) => `  if (4u * _quad + ${c}u < ${units}u) {
${repeated(
  sampleTile,
  (s) =>
    `    _deltas[_to + ${s * layout.deltasSize + c}u] = _sum_${s}[${c}] * _kept(_base, _place + ${s * units + c}u) * _slope(_output_${s}[${c}] * _share);`,
)}
  }`,
)}`,
    },
  );
}
