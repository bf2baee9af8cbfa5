import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, test } from "vitest";
import type { Checkpoint } from "../../../experiment/frame";
import { parameterCount } from "../../../networks/layers";
import { activations } from "../../../networks/settings";
import type { NetworkExperiment } from "../../compile";
import { attackedImages } from "../../training/adversarial";
import type { Labelled } from "../../training/measured-images";
import { inputsOf, pixelScale } from "../../training/pixels";
import { crossEntropy, forwardByHand } from "./forward-by-hand";
import { measure } from "./measure";
import { openRuntime } from "./runtime";
import { randomImages, randomParameters, smallExperiment, smallFeatures } from "./small-networks";

beforeAll(async () => void (await openRuntime("cpu")));

const runs = 3;
const architectures = {
  // More than one piece of test images.
  "with hidden layers": { side: 3, hidden: [4, 3], tested: 2100 },
  "with filters": { side: 8, features: smallFeatures, tested: 60 },
};

for (const [name, architecture] of Object.entries(architectures))
  test.each(activations)(
    `a checkpoint of a network ${name} of %s says what plain loops say`,
    async (activation) => {
      const experiment = smallExperiment({
        ...architecture,
        settings: { activation, standardise: true, fgsm: 0.1 },
      });
      const parameters = randomParameters(experiment, runs);
      const [train, test] = [randomImages(experiment, 150), randomImages(experiment, architecture.tested)];
      const found = await measured(experiment, parameters, train, test);
      expect([...found.parameters]).toEqual([...parameters]);
      const all = parameterCount(experiment.layers);
      for (let run = 0; run < runs; run++) {
        const theta = Float64Array.from(parameters.subarray(run * all, (run + 1) * all));
        const byHand = measuredByHand(experiment, theta, train, test);
        for (const [field, expected] of Object.entries(byHand)) {
          const values = found[field as keyof typeof byHand]!;
          const mine = values.slice(run * expected.length, (run + 1) * expected.length);
          // Float32 against float64; a score that leads by less may be named otherwise.
          expect(farthest(mine, expected), `${field} of run ${run}`).toBeLessThan(tolerances[field] ?? 3e-5);
        }
      }
    },
  );

test("a unit that no image wakes is dead, and one that saturates as good as dead", async () => {
  for (const activation of activations) {
    const experiment = smallExperiment({ side: 2, hidden: [3], settings: { activation } });
    const parameters = new Float32Array(parameterCount(experiment.layers));
    // Weights are 0, so that units see their biases alone.
    parameters.set([-9, 0.1, 9], 4 * 3);
    const images = randomImages(experiment, 5);
    const { alive } = await measured(experiment, parameters, images, images);
    expect([...alive]).toEqual(activation === "relu" ? [0, 1, 1] : [0, 1, 0]);
  }
});

test("measuring leaves nothing behind, also where it is given up", async () => {
  const experiment = smallExperiment({ side: 2, hidden: [3], settings: { fgsm: 0.1 } });
  const parameters = randomParameters(experiment, 1);
  const images = randomImages(experiment, 2100);
  const before = tf.memory().numTensors;
  await measured(experiment, parameters, images, images);
  expect(tf.memory().numTensors).toBe(before);
  for (let pieces = 0; pieces < 5; pieces++) {
    let left = pieces;
    const rest = () => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error("given up")));
    await expect(measured(experiment, parameters, images, images, rest)).rejects.toThrow("given up");
    expect(tf.memory().numTensors).toBe(before);
  }
});

/** Shares move by an image at a time: one in a thousand may be named otherwise. */
const tolerances: Readonly<Record<string, number>> = {
  train: 1e-9,
  test: 1e-3,
  adversarial: 3e-3,
  wrong: 1e-3,
};

async function measured(
  experiment: NetworkExperiment,
  parameters: Float32Array,
  train: Labelled,
  test: Labelled,
  rest = () => Promise.resolve(),
): Promise<Checkpoint> {
  const all = parameterCount(experiment.layers);
  const theta = tf.tensor2d(parameters, [parameters.length / all, all]);
  return measure(experiment, 7, theta, { train, test }, rest).finally(() => theta.dispose());
}

/** What a checkpoint says of one run, in float64. */
function measuredByHand(experiment: NetworkExperiment, theta: Float64Array, train: Labelled, test: Labelled) {
  const { network, layers, settings } = experiment;
  const { activation, fgsm } = settings;
  const pixels = pixelScale(settings.standardise);
  const model = { network, layers, activation };
  const look = (inputs: ArrayLike<number>, label: number, at = theta) => {
    const { scores, outputs } = forwardByHand(model, at, inputs);
    return { outputs, named: scores.indexOf(Math.max(...scores)), loss: crossEntropy(scores, label) };
  };
  const lossAt = (at: Float64Array) => mean(eachOf(train, (image, label) => look(inputsOf(image, pixels), label, at).loss)); // prettier-ignore
  const seen = eachOf(train, (image, label) => ({ label, ...look(inputsOf(image, pixels), label) }));
  const tested = eachOf(test, (image, label) => ({ label, ...look(inputsOf(image, pixels), label) }));
  const attacked = eachOf(test, (image, label, i) => {
    if (i >= attackedImages) return undefined;
    const inputs = Float64Array.from(inputsOf(image, pixels));
    const moved = inputs.map((value, pixel) => {
      const slope = slopeOf((by) => look(inputs.with(pixel, value + by), label).loss);
      const shade = Math.min(1, Math.max(0, image[pixel]! / 255 + fgsm * Math.sign(slope)));
      return 255 * shade * pixels.scale + pixels.offset;
    });
    return { label, ...look(moved, label) };
  }).filter((one) => one !== undefined);
  const slopes = theta.map((value, i) => slopeOf((by) => lossAt(theta.with(i, value + by))));
  return {
    train: [mean(seen.map(isRight))],
    test: [mean(tested.map(isRight))],
    trainLoss: [mean(seen.map(({ loss }) => loss))],
    testLoss: [mean(tested.map(({ loss }) => loss))],
    adversarial: [mean(attacked.map(isRight))],
    named: tested.map(({ named }) => named),
    gradientNorms: layers.map(({ at, inputs, units }) =>
      Math.hypot(...slopes.subarray(at, at + (inputs + 1) * units)),
    ),
    activations: unitsOf(experiment, seen, (output) => output),
    alive: unitsOf(experiment, seen, (output) =>
      Number(
        { relu: output > 0, tanh: Math.abs(output) < 0.99, sigmoid: Math.abs(output - 0.5) < 0.49 }[
          activation
        ],
      ),
    ),
  };
}

/** Means of what each hidden unit's outputs come to, a filter's over all its places. */
const unitsOf = (
  { layers }: NetworkExperiment,
  seen: readonly { readonly outputs: number[][] }[],
  of: (output: number) => number,
): number[] =>
  layers
    .slice(0, -1)
    .flatMap(({ units }, layer) =>
      Array.from({ length: units }, (_, unit) =>
        mean(seen.flatMap(({ outputs }) => outputs[layer]!.filter((_, i) => i % units === unit).map(of))),
      ),
    );

const isRight = ({ label, named }: { label: number; named: number }) => Number(label === named);

const slopeOf = (value: (by: number) => number) => (value(1e-6) - value(-1e-6)) / 2e-6;

const eachOf = <T>(
  { images, labels }: Labelled,
  of: (image: Uint8Array, label: number, i: number) => T,
): T[] => {
  const pixels = images.length / labels.length;
  return Array.from(labels, (label, i) => of(images.subarray(i * pixels, (i + 1) * pixels), label, i));
};

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

const farthest = (values: ArrayLike<number>, expected: readonly number[]): number =>
  expected.reduce((most, value, i) => Math.max(most, Math.abs(value - values[i]!)), 0);
