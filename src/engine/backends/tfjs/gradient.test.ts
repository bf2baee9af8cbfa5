import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import { parameterCount } from "../../../networks/layers";
import { activations } from "../../../networks/settings";
import type { NetworkExperiment } from "../../compile";
import { dropoutMask } from "../../training/dropout";
import { inputsOf, pixelScale } from "../../training/pixels";
import { crossEntropy, forwardByHand } from "./forward-by-hand";
import { imageGradient, lossAndGradient } from "./gradient";
import { openRuntime } from "./runtime";
import { samplesOf } from "./samples";
import { randomImages, randomParameters, smallExperiment, smallFeatures } from "./small-networks";

const architectures = {
  "without hidden layers": { side: 3 },
  "with two hidden layers": { side: 3, hidden: [4, 3] },
  "with filters": { side: 8, features: smallFeatures },
  "with filters and a hidden layer": { side: 8, features: smallFeatures, hidden: [3] },
};

describe.each(["cpu", "javascript"] as const)("on %s", (prefer) => {
  describe.each(Object.entries(architectures))("a network %s", (_name, architecture) => {
    test.each(activations)(
      "of %s has the gradient of its loss: it agrees with central differences in float64",
      async (activation) => {
        await openRuntime(prefer);
        const experiment = smallExperiment({ ...architecture, settings: { activation, standardise: true } });
        for (const runs of [1, 2]) await agrees(experiment, runs, 0);
      },
    );
  });

  test("what dropout leaves out has no gradient, behind filters as behind units", async () => {
    await openRuntime(prefer);
    for (const architecture of Object.values(architectures))
      await agrees(smallExperiment({ ...architecture, settings: { activation: "tanh" } }), 2, 0.4);
  });

  test("the gradient by the images, too, agrees with central differences", async () => {
    await openRuntime(prefer);
    for (const architecture of Object.values(architectures)) {
      const experiment = smallExperiment({ ...architecture, settings: { activation: "sigmoid" } });
      const [parameters, batch] = [randomParameters(experiment, 1), randomImages(experiment, 5)];
      const gradient = await valuesOf(() =>
        imageGradient(
          experiment,
          tf.tensor2d(parameters, [1, parameters.length]),
          samplesOf(batch, experiment),
        ),
      );
      const inputs = Float64Array.from(inputsOf(batch.images, pixelScale(false)));
      inputs.forEach((value, i) => {
        const loss = (by: number) =>
          meanLoss(experiment, parameters, inputs.with(i, value + by), batch.labels);
        expect(gradient[i]).toBeCloseTo(slopeOf(loss), 5);
      });
    }
  });
});

/** Compares loss and gradient of some runs with those of plain loops. */
async function agrees(experiment: NetworkExperiment, runs: number, share: number) {
  const { layers, settings } = experiment;
  const all = parameterCount(layers);
  const [parameters, batch] = [randomParameters(experiment, runs), randomImages(experiment, 6)];
  const fed = layers.slice(1).filter(({ kind }) => kind === "dense");
  const masks = fed.map(({ inputs }, i) => dropoutMask({ share, seed: 1 }, 4, i, 6, inputs));
  const [loss, gradient] = await Promise.all(
    (["loss", "gradient"] as const).map((wanted) =>
      valuesOf(() => {
        const theta = tf.tensor2d(parameters, [runs, all]);
        const drops = masks.map((mask) => tf.tensor2d(mask, [6, mask.length / 6]));
        return lossAndGradient(experiment, theta, samplesOf(batch, experiment), drops)[wanted];
      }),
    ),
  );
  const inputs = inputsOf(batch.images, pixelScale(settings.standardise));
  for (let run = 0; run < runs; run++) {
    const theta = Float64Array.from(parameters.subarray(run * all, (run + 1) * all));
    expect(loss![run]).toBeCloseTo(meanLoss(experiment, theta, inputs, batch.labels, masks), 5);
    theta.forEach((value, i) => {
      const at = (by: number) => meanLoss(experiment, theta.with(i, value + by), inputs, batch.labels, masks);
      expect(gradient![run * all + i]).toBeCloseTo(slopeOf(at), 4);
    });
  }
}

/** Derivative at 0 by a central difference. */
const slopeOf = (value: (by: number) => number) => (value(1e-6) - value(-1e-6)) / 2e-6;

/** Mean cross-entropy in float64; `masks` [samples, inputs] a layer. */
function meanLoss(
  { network, layers, settings }: NetworkExperiment,
  theta: ArrayLike<number>,
  inputs: Float32Array | Float64Array,
  labels: Uint8Array,
  masks: readonly Float32Array[] = [],
): number {
  const pixels = inputs.length / labels.length;
  let sum = 0;
  labels.forEach((label, row) => {
    const mine = masks.map((mask) => rowOf(mask, row, mask.length / labels.length));
    const { scores } = forwardByHand(
      { network, layers, activation: settings.activation },
      theta,
      rowOf(inputs, row, pixels),
      mine,
    );
    sum += crossEntropy(scores, label);
  });
  return sum / labels.length;
}

const rowOf = <T extends Float32Array | Float64Array>(table: T, row: number, width: number) =>
  table.subarray(row * width, (row + 1) * width);

async function valuesOf(compute: () => tf.Tensor): Promise<Float32Array> {
  const tensor = tf.tidy(compute);
  return tensor.data<"float32">().finally(() => tensor.dispose());
}
