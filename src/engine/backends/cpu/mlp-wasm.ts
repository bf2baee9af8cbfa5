import { toClosure } from "../../../formula/emit/evaluate";
import { parameterCount } from "../../../networks/layers";
import type { CompiledRun } from "../../compile";
import { perStepOf } from "../per-step";
import type { Mlp, MlpFactory, Samples } from "./mlp";
import { layoutOf } from "./wasm/layout";
import { networkCalls, ruleCalls } from "./wasm/modules";
import { scalarsOf, stateBytes } from "./wasm/update";

const pageBytes = 65536;

/**
 * The arithmetic in WebAssembly, four float32 numbers at a time: what the cpu backend runs on where the browser has it.
 * Rejects where it has not, or a content policy forbids compiling.
 */
export const createMlpWasm: MlpFactory = async (shape, runs) => {
  const { layers, pixels } = shape;
  const layout = layoutOf(shape);
  const parameters = parameterCount(layers);
  const bytes = stateBytes(parameters);
  const starts: number[] = [];
  let end = layout.end;
  for (const { rule } of runs) {
    starts.push(end);
    end += (1 + rule.state.length) * bytes;
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / pageBytes) });
  const network = await networkCalls(shape, layout, memory);
  const rules = await Promise.all(runs.map(({ rule }) => ruleCalls(rule, layers, memory)));

  const floats = (at: number, count: number) => new Float32Array(memory.buffer, at, count);
  const wholes = (at: number, count: number) => new Uint8Array(memory.buffer, at, count);
  const first = layers[0]!;
  const hidden = layout.layers.slice(0, -1);
  const gradient = floats(layout.gradient, parameters);
  const scalars = runs.map(({ rule }) => {
    const names = scalarsOf(rule);
    return { names, values: floats(layout.scalars, names.length) };
  });
  let count = 0;
  let offset = 0;
  let isMasked = true;

  function load(samples: Samples): void {
    const { inputs, labels, masks } = samples;
    count = samples.count;
    const isInk = inputs instanceof Uint8Array;
    offset = isInk ? pixels.offset : 0;
    wholes(layout.labels, count).set(labels.subarray(0, count));
    if (isInk) {
      wholes(layout.samples, count * first.inputs).set(inputs.subarray(0, count * first.inputs));
      network.listInk!(count, pixels.scale);
    } else {
      floats(layout.samples, count * first.inputs).set(inputs.subarray(0, count * first.inputs));
      network.listInputs!(count);
    }
    if (masks) hidden.forEach(({ units, masks: at }, i) => floats(at, count * units).set(masks[i]!));
    else if (isMasked) for (const { units, masks: at } of hidden) floats(at, shape.capacity * units).fill(1);
    isMasked = masks !== undefined;
  }

  const mlp: Mlp = {
    precision: "float32",
    load,
    forward(run) {
      network.base!(starts[run]!, offset);
      for (const i of layers.keys()) network[`forward${i}`]!(starts[run]!, count);
      return network.softmax!(count) / count;
    },
    outputs: (layer) => floats(hidden[layer]!.outputs, count * hidden[layer]!.units),
    named: () => wholes(layout.named, count),
    backward(run) {
      for (let i = layers.length - 1; i > 0; i--) {
        network[`gradient${i}`]!(count);
        network[`deltas${i}`]!(starts[run]!, count);
      }
      network.gradient0!(count, offset);
      lastBackward = run;
    },
    gradient: () => gradient,
    inputGradient() {
      network.deltas0!(starts[lastBackward]!, count);
      return floats(layout.inputGradient, count * first.inputs);
    },
    update(run, t, loss) {
      const { rule, hyperparameters } = runs[run]!;
      const { names, values } = scalars[run]!;
      const perStep = perStepOf(rule, hyperparameters, t, 1);
      const known: Record<string, number> = { ...hyperparameters, t, loss_t: loss };
      rule.perStep.forEach(({ target }, i) => (known[target] = perStep[i]!));
      const write = () => names.forEach((name, i) => (values[i] = known[name]!));
      write();
      const places = [starts[run]!, layout.gradient, layout.scalars] as const;
      if (rule.readsNorm) {
        known.g_norm = Math.sqrt(rules[run]!.squares!(...places));
        write();
      }
      rules[run]!.update!(...places);
    },
    parameters(run) {
      const { state, reports } = runs[run]!.rule;
      return floats(starts[run]! + bytes * (1 + state.indexOf(reports)), parameters).slice();
    },
    standing(run) {
      const standing = new Float32Array(parameters * (1 + runs[run]!.rule.state.length));
      for (let i = 0; i * parameters < standing.length; i++)
        standing.set(floats(starts[run]! + i * bytes, parameters), i * parameters);
      return standing;
    },
    stand(run, standing) {
      const numbers = standing.length > parameters ? standing : withFirstState(runs[run]!, standing);
      for (let i = 0; i * parameters < numbers.length; i++)
        floats(starts[run]! + i * bytes, parameters).set(
          numbers.subarray(i * parameters, (i + 1) * parameters),
        );
    },
  };
  let lastBackward = 0;
  return mlp;
};

/** theta and the state its rule begins with. */
function withFirstState({ rule, hyperparameters }: CompiledRun, theta: Float32Array): Float32Array {
  const names = ["theta", ...Object.keys(hyperparameters)];
  const values = [0, ...Object.values(hyperparameters)];
  const standing = new Float32Array(theta.length * (1 + rule.state.length));
  standing.set(theta);
  rule.initial.forEach((expression, i) => {
    const first = toClosure(expression, names);
    for (let k = 0; k < theta.length; k++) {
      values[0] = theta[k]!;
      standing[(i + 1) * theta.length + k] = first(values);
    }
  });
  return standing;
}
