import { parameterCount } from "../../../networks/layers";
import type { CompiledRun } from "../../compile";
import { activate, deactivate } from "./activate";
import { addColumnSums, fillWithRow, multiplyEach, scaleAndShift } from "./element-loops";
import { addProduct, multiply, multiplyBack } from "./matrix-loops";
import type { KeptSamples, Mlp, MlpFactory, MlpShape, Samples } from "./mlp";
import { openStanding } from "./run-standing";
import { highestOf, softmaxLoss } from "./softmax";
import { fillInk, fillRows, packed, roomFor, unpack, type PackedRows } from "./sparse-rows";

/** Fully connected networks in plain JavaScript and float64: the oracle of the others, and what runs without WebAssembly. */
export const jsMlp: MlpFactory = (shape, runs) => Promise.resolve(createJsMlp(shape, runs));

type Kept = KeptSamples & { readonly rows: PackedRows; readonly labels: Uint8Array; readonly isInk: boolean };

/** The same without waiting. */
export function createJsMlp(
  { layers, activation, pixels, capacity }: MlpShape,
  runs: readonly CompiledRun[],
): Mlp {
  const total = parameterCount(layers);
  const last = layers.length - 1;
  const { inputs: width, units: firstUnits } = layers[0]!;
  const classes = layers[last]!.units;
  const standings = runs.map((run) => openStanding(run, total));
  const perUnit = () => layers.map(({ units }) => new Float64Array(capacity * units));
  const [outputs, deltas, masked] = [perUnit(), perUnit(), perUnit()];
  /** What each layer takes in: the samples, then outputs of the layer before it, with its mask. */
  const fed = layers.map(({ inputs }) => roomFor(capacity, inputs));
  const shifts = new Float64Array(Math.max(...layers.map(({ units }) => units)));
  const gradient = new Float64Array(total);
  const named = new Uint8Array(capacity);
  let byInputs = new Float64Array(0);
  let theta: Float64Array = gradient;
  let count = 0;
  let labels = new Uint8Array(0);
  let masks: Samples["masks"];
  /** Ink becomes input after all is summed, so that paper stays 0 in the sums. */
  let scale = 1;
  let offset = 0;

  function begin(samples: { count: number; labels: Uint8Array }, isInk: boolean, drawn: Samples["masks"]) {
    count = samples.count;
    labels = samples.labels as Uint8Array<ArrayBuffer>;
    masks = drawn;
    [scale, offset] = isInk ? [pixels.scale, pixels.offset] : [1, 0];
  }

  function feed(layer: number) {
    const { units } = layers[layer]!;
    const mask = masks?.[layer];
    if (mask) multiplyEach(outputs[layer]!, mask, masked[layer]!, count * units);
    fillRows(fed[layer + 1]!, (mask ? masked : outputs)[layer]!, count, units);
  }

  function gradientOf(layer: number) {
    const { at, inputs, units } = layers[layer]!;
    const biases = at + inputs * units;
    let delta = deltas[layer]!;
    gradient.fill(0, at, biases + units);
    addColumnSums(delta, 0, count, units, 1, gradient, biases);
    if (layer === 0 && offset !== 0) fillWithRow(gradient, at, biases, gradient, biases, units, offset);
    if (layer === 0 && scale !== 1) {
      delta = masked[0]!;
      for (let i = 0; i < count * units; i++) delta[i] = scale * deltas[0]![i]!;
    }
    addProduct(fed[layer]!, delta, units, gradient, at);
  }

  /** Gradient by a layer's sums, from that by the sums of the layer after it. */
  function passBack(layer: number) {
    const { at, inputs, units } = layers[layer + 1]!;
    const [given, below] = [outputs[layer]!, deltas[layer]!];
    // Where relu lets nothing through there is nothing to sum.
    const wanted = activation === "relu" ? given : undefined;
    multiplyBack(deltas[layer + 1]!, theta, at, units, wanted, below, count, inputs);
    const mask = masks?.[layer];
    if (mask) multiplyEach(below, mask, below, count * inputs);
    deactivate(activation, below, given, count * inputs);
  }

  return {
    precision: "float64",
    keep({ inputs, labels, count }) {
      const rows = roomFor(count, width);
      const isInk = inputs instanceof Uint8Array;
      if (isInk) fillInk(rows, inputs, count, width);
      else fillRows(rows, inputs, count, width);
      return { rows: packed(rows, isInk), labels, count, isInk } satisfies Kept;
    },
    load(samples) {
      if ("rows" in samples) {
        const kept = samples as Kept;
        unpack(fed[0]!, kept.rows);
        return begin(kept, kept.isInk, undefined);
      }
      const { inputs, masks } = samples as Samples;
      const isInk = inputs instanceof Uint8Array;
      if (isInk) fillInk(fed[0]!, inputs, samples.count, width);
      else fillRows(fed[0]!, inputs, samples.count, width);
      begin(samples as Samples, isInk, masks);
    },
    forward(run) {
      ({ theta } = standings[run]!);
      layers.forEach(({ at, inputs, units }, layer) => {
        const sums = outputs[layer]!;
        const biases = at + inputs * units;
        multiply(fed[layer]!, theta, at, units, sums);
        shifts.set(theta.subarray(biases, biases + units));
        if (layer === 0 && offset !== 0) addColumnSums(theta, at, inputs, units, offset, shifts, 0);
        scaleAndShift(sums, layer === 0 ? scale : 1, shifts, count, units);
        if (layer === last) return;
        activate(activation, sums, count * units);
        feed(layer);
      });
      return softmaxLoss(outputs[last]!, labels, deltas[last]!, count, classes);
    },
    outputs: (layer) => outputs[layer]!.subarray(0, count * layers[layer]!.units),
    named: () => highestOf(outputs[last]!, count, classes, named),
    backward() {
      // Of the mean loss by a score: the class's share, less 1 for the true class, over the samples.
      const shares = deltas[last]!;
      for (let row = 0; row < count; row++) shares[row * classes + labels[row]!]! -= 1;
      for (let i = 0; i < count * classes; i++) shares[i]! /= count;
      for (let layer = last; layer >= 0; layer--) {
        if (layer < last) passBack(layer);
        gradientOf(layer);
      }
    },
    gradient: () => gradient,
    inputGradient() {
      if (byInputs.length === 0) byInputs = new Float64Array(capacity * width);
      multiplyBack(deltas[0]!, theta, 0, firstUnits, undefined, byInputs, count, width);
      return byInputs.subarray(0, count * width);
    },
    update: (run, t, loss) => standings[run]!.move(gradient, t, loss),
    parameters: (run) => standings[run]!.parameters(),
    standing: (run) => standings[run]!.standing(),
    stand: (run, standing) => standings[run]!.stand(standing),
  };
}
