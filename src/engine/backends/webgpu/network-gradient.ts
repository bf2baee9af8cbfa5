import { repeated, rowsOf, type KernelShape } from "./network-kernel";
import { vec4s, type PlacedLayer } from "./network-layout";

/** Units whose weights an invocation has in hand: few enough to occupy a GPU, enough to read inputs seldom. */
export const unitTile = 5;

/** How a run's parameters are divided among invocations. */
export type Division = {
  /** Invocations of a run. */
  readonly items: number;
  /**
   * Statements that set what is `_item`'s: `_count` vec4s of parameters, the first at `_to` of a copy and each `_stride`
   * further, of which the first `_filled` numbers are some. If asked to, sums their gradient into `_g`.
   */
  readonly decoded: (withGradient: boolean) => string;
};

/** Divides the parameters into tiles: of weights four inputs by `unitTile` units, of biases four. */
export function divisionOf(shape: KernelShape): Division {
  const { layers } = shape.layout;
  const parts = [
    ...layers.map((layer, l) => ({
      size: layer.rowSize * Math.ceil(layer.units / unitTile),
      place: weightsPlace(layer),
      gradient: weightsGradient(shape, l),
    })),
    ...layers.map((layer) => ({
      size: vec4s(layer.units),
      place: biasesPlace(layer),
      gradient: biasesGradient(shape, layer),
    })),
  ];
  const from = parts.map((_, i) => parts.slice(0, i).reduce((sum, { size }) => sum + size, 0));
  const decoded = (withGradient: boolean) => `  var _to = 0u;
  var _count = 1u;
  var _stride = 0u;
  var _filled = 0u;
${withGradient ? `  var _delta = _run * ${rowsOf(shape.batch) * shape.layout.deltasSize}u;` : ""}
${withGradient ? repeated(unitTile, (j) => `  var _g_${j} = vec4f();`) : ""}
${parts
  .map(
    ({ size, place, gradient }, i) => `  if (_item >= ${from[i]}u && _item < ${from[i]! + size}u) {
    let _part = _item - ${from[i]}u;
${place}
${withGradient ? gradient : ""}
  }`,
  )
  .join(" else")}
${withGradient ? `  var _g = array<vec4f, ${unitTile}>(${Array.from({ length: unitTile }, (_, j) => `_g_${j}`).join(", ")});` : ""}`;
  return { items: parts.reduce((sum, { size }) => sum + size, 0), decoded };
}

// Neighbours have neighbouring inputs of the same units: what they read of deltas is the same.
const weightsPlace = ({
  inputs,
  units,
  rowSize,
  weightsAt,
}: PlacedLayer) => `    let _quad = _part % ${rowSize}u;
    let _unit = _part / ${rowSize}u * ${unitTile}u;
    _to = ${weightsAt}u + _unit * ${rowSize}u + _quad;
    _count = min(${unitTile}u, ${units}u - _unit);
    _stride = ${rowSize}u;
    _filled = min(4u, ${inputs}u - 4u * _quad);`;

const biasesPlace = ({ units, biasesAt }: PlacedLayer) => `    let _quad = _part;
    _to = ${biasesAt}u + _quad;
    _filled = min(4u, ${units}u - 4u * _quad);`;

/** The sum over samples of an input times a delta. */
function weightsGradient({ layout, batch }: KernelShape, l: number): string {
  const { rowSize, deltasAt } = layout.layers[l]!;
  const rows = rowsOf(batch);
  const [buffer, start, stride] =
    l === 0
      ? ["_inputs", `_frame * ${rows * rowSize}u`, rowSize]
      : [
          "_outputs",
          `_run * ${rows * layout.outputsSize}u + ${layout.layers[l - 1]!.outputsAt}u`,
          layout.outputsSize,
        ];
  return `    var _from = ${start} + _quad;
    _delta += ${deltasAt}u + _unit;
    for (var _sample = 0u; _sample < ${batch}u; _sample++) {
      let _input = ${buffer}[_from];
${repeated(unitTile, (j) => `      _g_${j} += _input * _deltas[_delta + ${j}u];`)}
      _from += ${stride}u;
      _delta += ${layout.deltasSize}u;
    }`;
}

const biasesGradient = (
  { layout, batch }: KernelShape,
  { deltasAt }: PlacedLayer,
) => `    _delta += ${deltasAt}u + 4u * _quad;
    for (var _sample = 0u; _sample < ${batch}u; _sample++) {
      _g_0 += vec4f(_deltas[_delta], _deltas[_delta + 1u], _deltas[_delta + 2u], _deltas[_delta + 3u]);
      _delta += ${layout.deltasSize}u;
    }`;
