import { describe, expect, test } from "vitest";
import type { NetworkExperiment } from "../compile";
import { compile } from "../compile";
import { createJsMlp } from "../backends/cpu/mlp-js";
import { randomOf } from "../../experiment/random";
import { networkSpec } from "../../experiment/usual-spec";
import { parameterCount } from "../../networks/layers";
import { activations, type Activation } from "../../networks/settings";
import { attackedImages } from "./adversarial";
import { barsData } from "./bars";
import { measuredImages, type Labelled } from "./measured-images";
import { measured } from "./measure";
import { keepPieces } from "./pieces";
import { pixelScale, type PixelScale } from "./pixels";
import { checkpointOf } from "./run-measures";

describe.each(activations)("with %s", (activation) => {
  test.each([
    ["plain", pixelScale(false)],
    ["standardised", pixelScale(true)],
  ])("%s inputs: what is measured is what one would count by hand", async (_, pixels) => {
    const [found] = await measuredWith({ activation, pixels, size: 64 });
    const { train, test } = await imagesOf();
    const byHand = [train, test].map((set) => countByHand(set, activation, pixels, iterates[0]!));
    expect(found!.train).toBe(byHand[0]!.accuracy);
    expect(found!.test).toBe(byHand[1]!.accuracy);
    expect(found!.trainLoss).toBeCloseTo(byHand[0]!.loss, 12);
    expect(found!.testLoss).toBeCloseTo(byHand[1]!.loss, 12);
    expect([...found!.named]).toEqual(byHand[1]!.named);
    byHand[0]!.activations.forEach((mean, unit) => expect(found!.activations[unit]).toBeCloseTo(mean, 5));
    byHand[0]!.alive.forEach((share, unit) => expect(found!.alive[unit]).toBeCloseTo(share, 6));
    expect(found!.parameters).toEqual(iterates[0]);
  });

  test("pieces of another size measure the same, to rounding", async () => {
    const [small, large] = [
      await measuredWith({ activation, size: 7, fgsm: 0.05 }),
      await measuredWith({ activation, size: 256, fgsm: 0.05 }),
    ];
    small.forEach((run, i) => {
      const other = large[i]!;
      expect([run.train, run.test, run.adversarial]).toEqual([other.train, other.test, other.adversarial]);
      expect(run.named).toEqual(other.named);
      expect(run.trainLoss).toBeCloseTo(other.trainLoss, 10);
      run.gradientNorms.forEach((norm, layer) => expect(norm).toBeCloseTo(other.gradientNorms[layer]!, 10));
    });
  });
});

test("a layer's gradient norm is the length of the gradient over all the training images at once", async () => {
  const [found] = await measuredWith({ size: 16 });
  const { train } = await imagesOf();
  const mlp = createJsMlp({ layers, activation: "relu", pixels: pixelScale(false), capacity: 200 }, runs);
  mlp.stand(0, iterates[0]!);
  mlp.load({ inputs: train.images, labels: train.labels, count: train.labels.length });
  mlp.forward(0);
  mlp.backward(0);
  layers.forEach(({ at, inputs, units }, layer) => {
    const part = mlp.gradient().slice(at, at + (inputs + 1) * units);
    expect(found!.gradientNorms[layer]).toBeCloseTo(Math.hypot(...part), 12);
  });
});

test("no adversarial accuracy is measured where none is asked for; where one is it is not above the plain one", async () => {
  for (const run of await measuredWith({})) expect(run).not.toHaveProperty("adversarial");
  const trained = await measuredWith({ fgsm: 0.1, theta: [await fitted()] });
  expect(trained[0]!.test).toBeGreaterThan(0.9);
  expect(trained[0]!.adversarial).toBeLessThan(trained[0]!.test - 0.2);
  expect(attackedImages).toBe(1000);
});

test("a pixel moved by nothing is the plain test", async () => {
  const [run] = await measuredWith({ fgsm: 1e-12 });
  expect(run!.adversarial).toBe(run!.test);
});

test("training images bear the labels that are trained on, and there are no more of them than are used", async () => {
  const data = barsData();
  const plain = await measuredImages(data, experiment);
  const noisy = await measuredImages(data, {
    ...experiment,
    settings: { ...experiment.settings, labelNoise: 1 },
  });
  const few = await measuredImages(data, { ...experiment, settings: { ...experiment.settings, images: 50 } });
  expect(noisy.train.images).toEqual(plain.train.images);
  expect(noisy.train.labels).not.toEqual(plain.train.labels);
  expect(noisy.test.labels).toEqual(plain.test.labels);
  expect([plain.train.labels.length, few.train.labels.length, few.test.labels.length]).toEqual([200, 50, 80]);
  expect(few.train.labels).toEqual(plain.train.labels.slice(0, 50));
});

test("a checkpoint has each run's numbers in its place", async () => {
  const measures = await measuredWith({ fgsm: 0.1 });
  const checkpoint = checkpointOf(7, measures);
  expect(checkpoint.step).toBe(7);
  measures.forEach((run, place) => {
    expect([checkpoint.train[place], checkpoint.adversarial![place]]).toEqual([run.train, run.adversarial]);
    for (const field of ["parameters", "named", "gradientNorms", "activations", "alive"] as const) {
      const width = run[field].length;
      expect(checkpoint[field].slice(place * width, (place + 1) * width)).toEqual(run[field]);
    }
  });
});

const experiment = compile({ ...networkSpec("mnist-mlp"), hidden: [6, 5] }) as NetworkExperiment;
const { layers, runs } = experiment;
const random = randomOf(4, "iterates");
const iterates = runs.map(() =>
  Float32Array.from({ length: parameterCount(layers) }, () => 0.1 * random.normal()),
);

const imagesOf = () => measuredImages(barsData(), experiment);

type Changes = {
  readonly activation?: Activation;
  readonly pixels?: PixelScale;
  readonly size?: number;
  readonly fgsm?: number;
  readonly theta?: readonly Float32Array[];
};

async function measuredWith({
  activation = "relu",
  pixels = pixelScale(false),
  size = 50,
  fgsm = 0,
  theta = iterates,
}: Changes) {
  const mlp = createJsMlp({ layers, activation, pixels, capacity: size }, runs);
  const pieces = keepPieces(mlp, await imagesOf(), size, fgsm);
  const work = measured(mlp, { layers, activation, pixels, fgsm }, pieces, theta);
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}

/** Parameters after some steps over all bars. */
async function fitted(): Promise<Float32Array> {
  const { train } = await imagesOf();
  const mlp = createJsMlp({ layers, activation: "relu", pixels: pixelScale(false), capacity: 200 }, runs);
  mlp.stand(0, iterates[0]!);
  mlp.load({ inputs: train.images, labels: train.labels, count: 200 });
  for (let t = 1; t <= 400; t++) {
    const loss = mlp.forward(0);
    mlp.backward(0);
    mlp.update(0, t, loss);
  }
  return mlp.parameters(0);
}

/** All that is counted of a set, one image and one number after the other. */
function countByHand(
  { images, labels }: Labelled,
  activation: Activation,
  pixels: PixelScale,
  theta: Float32Array,
) {
  const act = {
    relu: (a: number) => Math.max(0, a),
    tanh: Math.tanh,
    sigmoid: (a: number) => 1 / (1 + Math.exp(-a)),
  }[activation];
  const lives = {
    relu: (a: number) => a > 0,
    tanh: (a: number) => Math.abs(a) < 0.99,
    sigmoid: (a: number) => a > 0.01 && a < 0.99,
  }[activation];
  const hidden = layers.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
  const [activations, alive] = [Array<number>(hidden).fill(0), Array<number>(hidden).fill(0)];
  const named: number[] = [];
  let loss = 0;
  labels.forEach((label, image) => {
    let values = Array.from(
      images.subarray(image * 784, (image + 1) * 784),
      (ink) => pixels.scale * ink + pixels.offset,
    );
    let unitsBefore = 0;
    layers.forEach(({ inputs, units, at }, l) => {
      values = Array.from({ length: units }, (_, unit) =>
        values.reduce(
          (s, value, i) => s + value * theta[at + i * units + unit]!,
          theta[at + inputs * units + unit]!,
        ),
      );
      if (l === layers.length - 1) return;
      values = values.map(act);
      values.forEach((value, unit) => {
        activations[unitsBefore + unit]! += value / labels.length;
        alive[unitsBefore + unit]! += Number(lives(value)) / labels.length;
      });
      unitsBefore += units;
    });
    const largest = Math.max(...values);
    named.push(values.indexOf(largest));
    loss +=
      Math.log(values.reduce((s, value) => s + Math.exp(value - largest), 0)) + largest - values[label]!;
  });
  const right = named.filter((name, i) => name === labels[i]).length;
  return { accuracy: right / labels.length, loss: loss / labels.length, named, activations, alive };
}
