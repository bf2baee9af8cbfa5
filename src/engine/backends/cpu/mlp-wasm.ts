import { parameterCount } from "../../../networks/layers";
import type { Mlp, MlpFactory, Samples } from "./mlp";
import { layoutOf } from "./wasm/layout";
import { networkCalls, ruleCalls } from "./wasm/modules";
import { bytesOfRun, runInMemory } from "./wasm/run-in-memory";

const pageBytes = 65536;

/**
 * Fully connected networks in WebAssembly, four float32 numbers at a time: what the cpu backend computes them with where
 * the browser can. Rejects where it cannot, or a content policy forbids to compile.
 */
export const wasmMlp: MlpFactory = async (shape, compiled) => {
  const { layers, pixels, capacity } = shape;
  const layout = layoutOf(shape);
  const parameters = parameterCount(layers);
  const bytes = compiled.reduce((sum, run) => sum + bytesOfRun(run, parameters), layout.end);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
  const network = await networkCalls(shape, layout, memory);
  const rules = await Promise.all(compiled.map(({ rule }) => ruleCalls(rule, parameters, memory)));
  let end = layout.end;
  const runs = compiled.map((run, i) => {
    const at = end;
    end += bytesOfRun(run, parameters);
    return runInMemory(run, parameters, at, memory, rules[i]!);
  });

  const floatsAt = (at: number, length: number) => new Float32Array(memory.buffer, at, length);
  const bytesAt = (at: number, length: number) => new Uint8Array(memory.buffer, at, length);
  const width = layers[0]!.inputs;
  const hidden = layout.layers.slice(0, -1);
  const fillMasks = () => hidden.forEach(({ masks, units }) => floatsAt(masks, capacity * units).fill(1));
  fillMasks();
  let isMasked = false;
  let count = 0;
  /** What all inputs have more than is listed. */
  let offset = 0;
  /** Address of the parameters of the last backward. */
  let theta = 0;

  function load({ inputs, labels, masks, ...samples }: Samples): void {
    count = samples.count;
    bytesAt(layout.labels, count).set(labels.subarray(0, count));
    if (inputs instanceof Uint8Array) {
      bytesAt(layout.samples, count * width).set(inputs.subarray(0, count * width));
      network.listInk!(count, pixels.scale);
      offset = pixels.offset;
    } else {
      floatsAt(layout.samples, count * width).set(inputs.subarray(0, count * width));
      network.listInputs!(count, 1);
      offset = 0;
    }
    if (masks) hidden.forEach(({ masks: at, units }, i) => floatsAt(at, count * units).set(masks[i]!));
    else if (isMasked) fillMasks();
    isMasked = masks !== undefined;
  }

  return {
    precision: "float32",
    // To copy what was listed would take as long as to list it again.
    keep: (samples) => samples,
    load: (samples) => load(samples as Samples),
    forward(run) {
      ({ theta } = runs[run]!);
      network.base!(theta, offset);
      for (let layer = 0; layer < layers.length; layer++) network[`forward${layer}`]!(theta, count);
      return network.softmax!(count) / count;
    },
    outputs: (layer) => floatsAt(hidden[layer]!.outputs, count * hidden[layer]!.units),
    named: () => bytesAt(layout.named, count),
    backward() {
      for (let layer = layers.length - 1; layer >= 0; layer--) {
        network[`gradient${layer}`]!(count, offset);
        if (layer > 0) network[`deltas${layer}`]!(theta, count);
      }
    },
    gradient: () => floatsAt(layout.gradient, parameters),
    inputGradient() {
      network.deltas0!(theta, count);
      return floatsAt(layout.inputGradient, count * width);
    },
    update: (run, t, loss) => runs[run]!.move(layout.gradient, t, loss),
    parameters: (run) => runs[run]!.parameters(),
    standing: (run) => runs[run]!.standing(),
    stand: (run, standing) => runs[run]!.stand(standing),
  } satisfies Mlp;
};
