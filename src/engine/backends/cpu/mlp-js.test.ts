import { describe, expect, test } from "vitest";
import { randomOf } from "../../../experiment/random";
import { networkSpec } from "../../../experiment/usual-spec";
import { layersOf, parameterCount, type Layer } from "../../../networks/layers";
import { activations, type Activation } from "../../../networks/settings";
import { compile } from "../../compile";
import { dropoutMask } from "../../training/dropout";
import { pixelScale, type PixelScale } from "../../training/pixels";
import type { Samples } from "./mlp";
import { createJsMlp } from "./mlp-js";

const side = 4;
const count = 5;
const shapes = { "two hidden layers": [7, 6], "one wide layer": [12], "no hidden layer": [] };
const scales = { plain: pixelScale(false), standardised: pixelScale(true) };

describe.each(Object.entries(shapes))("with %s", (_, hidden) => {
  const layers = layersOf({ side, features: [], outputs: 3 }, hidden);
  const cases = activations.flatMap((activation) =>
    Object.entries(scales).flatMap(([scale, pixels]) =>
      [false, true].map((hasDropout) => ({ activation, scale, pixels, hasDropout })),
    ),
  );
  test.each(cases)(
    "$activation, $scale inputs, dropout $hasDropout: loss as written out, gradient as by central differences",
    ({ activation, pixels, hasDropout }) => {
      const samples = inkOf(layers, hasDropout);
      const theta = parametersOf(layers);
      const mlp = standingAt(theta, { layers, activation, pixels });
      mlp.load(samples);
      const lossAt = (at: Float64Array) => lossOf(at, layers, activation, samples, finished(samples, pixels));
      expect(mlp.forward(0)).toBeCloseTo(lossAt(Float64Array.from(theta)), 12);
      mlp.backward(0);
      const gradient = mlp.gradient();
      const start = Float64Array.from(theta);
      expect(gradient).toHaveLength(parameterCount(layers));
      start.forEach((value, i) => {
        const shifted = (by: number) => lossAt(start.with(i, value + by));
        expect(gradient[i]).toBeCloseTo((shifted(1e-5) - shifted(-1e-5)) / 2e-5, 7);
      });
    },
  );

  test("the gradient by the inputs is that of central differences, for finished inputs as for ink", () => {
    const pixels = scales.standardised;
    const ink = inkOf(layers, false);
    const inputs = finished(ink, pixels);
    const theta = parametersOf(layers);
    const mlp = standingAt(theta, { layers, activation: "tanh", pixels });
    const found = [ink, { ...ink, inputs: Float32Array.from(inputs) }].map((samples) => {
      mlp.load(samples);
      mlp.forward(0);
      mlp.backward(0);
      return mlp.inputGradient().slice();
    });
    const lossAt = (at: Float64Array) => lossOf(Float64Array.from(theta), layers, "tanh", ink, at);
    inputs.forEach((value, i) => {
      const shifted = (by: number) => lossAt(inputs.with(i, value + by));
      const difference = (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
      for (const gradient of found) expect(gradient[i]).toBeCloseTo(difference, 6);
    });
  });
});

test("what was kept is loaded as it was, in the middle of other samples", () => {
  const layers = layersOf({ side, features: [], outputs: 3 }, [7, 6]);
  const mlp = standingAt(parametersOf(layers), { layers, activation: "relu", pixels: scales.standardised });
  const [ink, masked] = [inkOf(layers, false), inkOf(layers, true)];
  const lossOn = (samples: Parameters<typeof mlp.load>[0]) => {
    mlp.load(samples);
    return mlp.forward(0);
  };
  const expected = lossOn(ink);
  const inputs = Float32Array.from(ink.inputs, (value) => value / 7);
  const onInputs = lossOn({ ...ink, inputs });
  const kept = [mlp.keep(ink), mlp.keep({ ...ink, inputs })];
  expect(lossOn(masked)).not.toBe(expected);
  expect(kept.map(lossOn)).toEqual([expected, onInputs]);
});

test("each sample's class is the one with the highest score, and the first of equals", () => {
  const layers = layersOf({ side, features: [], outputs: 3 }, []);
  const theta = new Float32Array(parameterCount(layers));
  const [biases, mlpAt] = [theta.length - 3, { layers, activation: "relu", pixels: scales.plain } as const];
  const namedAt = (...values: number[]) => {
    theta.set(values, biases);
    const mlp = standingAt(theta, mlpAt);
    mlp.load(inkOf(layers, false));
    mlp.forward(0);
    return [...mlp.named()];
  };
  expect(namedAt(0, 0, 0)).toEqual(Array(count).fill(0));
  expect(namedAt(-1, 2, 2)).toEqual(Array(count).fill(1));
  expect(namedAt(0, 1, 2)).toEqual(Array(count).fill(2));
});

/** A network of one run that stands at `theta`. */
function standingAt(
  theta: Float32Array,
  shape: { layers: readonly Layer[]; activation: Activation; pixels: PixelScale },
) {
  const mlp = createJsMlp({ ...shape, capacity: count }, compile(networkSpec("mnist-mlp")).runs.slice(0, 1));
  mlp.stand(0, theta);
  return mlp;
}

function parametersOf(layers: readonly Layer[]): Float32Array {
  const random = randomOf(3, "parameters");
  return Float32Array.from({ length: parameterCount(layers) }, () => 0.5 * random.normal());
}

/** Images of which a third is paper, labels, and masks where asked for. */
function inkOf(layers: readonly Layer[], hasDropout: boolean): Samples {
  const random = randomOf(2, "images");
  const ink = () => (random.uniform() < 1 / 3 ? 0 : Math.floor(256 * random.uniform()));
  const hidden = layers.slice(0, -1);
  return {
    inputs: Uint8Array.from({ length: count * side * side }, ink),
    labels: Uint8Array.from({ length: count }, (_, i) => i % 3),
    count,
    ...(hasDropout && {
      masks: hidden.map(({ units }, l) => dropoutMask({ share: 0.4, seed: 1 }, 3, l, count, units)),
    }),
  };
}

const finished = ({ inputs }: Samples, { scale, offset }: PixelScale): Float64Array =>
  Float64Array.from(inputs, (ink) => scale * ink + offset);

/** Mean cross-entropy written out in float64, one number after the other. */
function lossOf(
  theta: Float64Array,
  layers: readonly Layer[],
  activation: Activation,
  { labels, masks }: Samples,
  inputs: ArrayLike<number>,
): number {
  const act = {
    relu: (a: number) => Math.max(0, a),
    tanh: Math.tanh,
    sigmoid: (a: number) => 1 / (1 + Math.exp(-a)),
  };
  let sum = 0;
  for (let sample = 0; sample < count; sample++) {
    const width = layers[0]!.inputs;
    let values = Array.from({ length: width }, (_, i) => inputs[sample * width + i]!);
    layers.forEach(({ inputs: rows, units, at }, l) => {
      const sums = Array.from({ length: units }, (_, unit) =>
        values.reduce(
          (s, value, i) => s + value * theta[at + i * units + unit]!,
          theta[at + rows * units + unit]!,
        ),
      );
      values =
        l === layers.length - 1
          ? sums
          : sums.map((value, unit) => act[activation](value) * (masks?.[l]![sample * units + unit] ?? 1));
    });
    const largest = Math.max(...values);
    const total = values.reduce((s, value) => s + Math.exp(value - largest), 0);
    sum -= values[labels[sample]!]! - largest - Math.log(total);
  }
  return sum / count;
}
