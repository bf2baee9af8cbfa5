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

/**
 * Outputs of a layer, the last one's without activation. An invocation has a tile of samples by units in registers and
 * passes over their inputs once.
 */
export function layerKernel(shape: KernelShape, index: number): NetworkKernel {
  const { layout, batch } = shape;
  const { units, rowSize, weightsAt, biasesAt, outputsAt } = layout.layers[index]!;
  const isHidden = index < layout.layers.length - 1;
  const rows = rowsOf(batch);
  const outputsSize = 4 * layout.outputsSize;
  const tile = unitTileOf(units);
  const tilesOfUnits = Math.ceil(units / tile);
  const isUneven = units % tile !== 0;
  // Units beyond the last are computed as the last, and not kept.
  const unit = (j: number) => (isUneven ? `min(_unit + ${j}u, ${units - 1}u)` : `(_unit + ${j}u)`);
  const pairs = (line: (s: number, j: number) => string) =>
    repeated(sampleTile, (s) => repeated(tile, (j) => line(s, j)));
  // What a kernel writes it cannot also read four at once; of the first layer's inputs there are the most.
  const inputs =
    index === 0
      ? {
          start: (s: number) => `(_frame * ${rows}u + _sample + ${s}u) * ${rowSize}u`,
          at: (s: number) => `_inputs[_x_${s} + _i]`,
        }
      : {
          start: (s: number) => `_outputs_at + ${s * outputsSize + 4 * layout.layers[index - 1]!.outputsAt}u`,
          at: (s: number) =>
            `vec4f(${[0, 1, 2, 3].map((c) => `_outputs[_x_${s} + 4u * _i + ${c}u]`).join(", ")})`,
        };
  const output = (s: number, j: number) => {
    const sum = `dot(_sum_${s}_${j}, vec4f(1f)) + _bias_${j}`;
    return isHidden ? `_activated(${sum}) * _kept(_base, _place + ${s * units + j}u)` : sum;
  };
  return runsKernel(
    `layer ${index + 1}`,
    {
      slots: { type: "vec4f" },
      ...(index === 0 && { inputs: { type: "vec4f" } }),
      feed: { type: "u32" },
      outputs: { type: "f32", writes: true },
      log: { type: "u32", writes: index === 0 },
    },
    {
      invocations: (rows / sampleTile) * tilesOfUnits,
      helpers: activationWgsl(shape),
      body: `${index === 0 ? "  if (_id.x == 0u) { _log[1] = _log[0] + 1u; }\n  let _frame = _log[0];" : "  let _frame = _log[1] - 1u;"}
${unlessStopped}
  let _sample = _item / ${tilesOfUnits}u * ${sampleTile}u;
  let _unit = _item % ${tilesOfUnits}u * ${tile}u;
  let _outputs_at = (_run * ${rows}u + _sample) * ${outputsSize}u;
  let _parameters = _window.run[_run].x;
${repeated(sampleTile, (s) => `  let _x_${s} = ${inputs.start(s)};`)}
${repeated(tile, (j) => `  let _w_${j} = _parameters + ${weightsAt}u + ${unit(j)} * ${rowSize}u;`)}
${repeated(tile, (j) => `  let _bias_${j} = _slots[_parameters + ${biasesAt}u + ${unit(j)} / 4u][${unit(j)} % 4u];`)}
${pairs((s, j) => `  var _sum_${s}_${j} = vec4f();`)}
  for (var _i = 0u; _i < ${rowSize}u; _i++) {
${repeated(sampleTile, (s) => `    let _input_${s} = ${inputs.at(s)};`)}
${repeated(tile, (j) => `    let _weights_${j} = _slots[_w_${j} + _i];`)}
${pairs((s, j) => `    _sum_${s}_${j} += _input_${s} * _weights_${j};`)}
  }
${isHidden ? `  let _base = _feed[_frame * ${feedSizeOf(shape)}u + ${batch + index}u];` : ""}
  let _place = _sample * ${units}u + _unit;
  let _to = _outputs_at + ${4 * outputsAt}u + _unit;
${repeated(
  tile,
  (j) => `  ${isUneven ? `if (_unit + ${j}u < ${units}u) ` : ""}{
${repeated(sampleTile, (s) => `    _outputs[_to + ${s * outputsSize + j}u] = ${output(s, j)};`)}
  }`,
)}`,
    },
  );
}

/** Units of a tile: the largest of those that leave the fewest places empty. */
function unitTileOf(units: number): number {
  const filled = (tile: number) => Math.ceil(units / tile) * tile;
  return [5, 4, 3, 2, 1].reduce((best, tile) => (filled(tile) < filled(best) ? tile : best));
}
