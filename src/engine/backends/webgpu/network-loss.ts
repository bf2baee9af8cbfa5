import { divergenceBound } from "../../../experiment/recording";
import {
  logHead,
  rowsOf,
  runsKernel,
  unlessStopped,
  type KernelShape,
  type NetworkKernel,
} from "./network-kernel";

/**
 * The mean loss of each run, and whether it stops here: told by its bits, since a shader may be compiled as if there were
 * no NaN. A dispatch of its own costs a third of what the same sum costs in every invocation of the update.
 */
export const lossKernel = ({ layout: { deltasSize }, batch }: KernelShape): NetworkKernel =>
  runsKernel(
    "loss",
    { deltas: { type: "f32" }, log: { type: "u32", writes: true } },
    {
      invocations: 1,
      body: `  let _frame = _log[1] - 1u;
  let _at = ${logHead}u + _frame * _window.runs + _run;
  if (_run == 0u) { _log[0] = _frame + 1u; }
  _log[_at] = _log[2u + _run];
${unlessStopped}
  var _sum = 0f;
  for (var _sample = 0u; _sample < ${batch}u; _sample++) {
    _sum += _deltas[(_run * ${rowsOf(batch)}u + _sample) * ${deltasSize}u + ${deltasSize - 1}u];
  }
  let _loss = bitcast<u32>(_sum * ${Math.fround(1 / batch)}f);
  _log[_at] = _loss;
  if ((_loss & 0x7fffffffu) > ${bitsOf(divergenceBound.loss)}u) { _log[2u + _run] = _loss; }`,
    },
  );

const bitsOf = (value: number) => new Uint32Array(Float32Array.of(value).buffer)[0]!;
