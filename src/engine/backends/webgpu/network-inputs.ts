import type { PixelScale } from "../../training/pixels";
import type { Bindings } from "./pipeline";
import { bindingsOf, declared } from "./network-kernel";

/** Makes a portion's ink into inputs, once for all runs and both kernels that read them. Binds ink, inputs. */
export function inputsKernel({ scale, offset }: PixelScale): {
  readonly code: string;
  readonly bindings: Bindings;
} {
  const uses = { ink: { type: "u32" }, inputs: { type: "vec4f", writes: true } } as const;
  return {
    bindings: bindingsOf(uses),
    code: `${declared(uses, 0)}

@compute @workgroup_size(64)
fn _main(@builtin(global_invocation_id) _id: vec3u) {
  let _at = _id.y * ${64 * rowOfWorkgroups}u + _id.x;
  if (_at >= arrayLength(&_ink)) { return; }
  _inputs[_at] = unpack4x8unorm(_ink[_at]) * ${Math.fround(255 * scale)}f + ${Math.fround(offset)}f;
}
`,
  };
}

/** One dimension alone would not do for the workgroups of a large portion. */
const rowOfWorkgroups = 1024;

/** Workgroups that make so many vec4s of inputs. */
export const workgroupsOfInputs = (vec4s: number): [x: number, y: number] => [
  rowOfWorkgroups,
  Math.ceil(vec4s / (64 * rowOfWorkgroups)),
];
