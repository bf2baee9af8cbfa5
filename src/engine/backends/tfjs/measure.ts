import * as tf from "@tensorflow/tfjs-core";
import type { Checkpoint } from "../../../experiment/frame";
import { attackedImages } from "../../training/adversarial";
import type { Labelled, MeasuredImages } from "../../training/measured-images";
import { addHits, addTo, takeColumns, type Column } from "./columns";
import { lossAndGradient } from "./gradient";
import { allOf, layerNorms, namesAndLoss, namesUnderAttack } from "./looks";
import type { Model } from "./model";
import { piecesOf } from "./pieces";
import { samplesOf, type Samples } from "./samples";

/**
 * What a checkpoint says of parameters [K, all]: measured piece by piece, so that memory stays bounded, and read back at
 * once. `rest` is awaited before each piece, and may throw to give up.
 */
export async function measure(
  model: Model,
  step: number,
  theta: tf.Tensor2D,
  { train, test }: MeasuredImages,
  rest: () => Promise<void>,
): Promise<Checkpoint> {
  const { layers, settings } = model;
  const [runs, all] = theta.shape;
  const hidden = layers.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
  const [tested, trained] = [test.labels.length, train.labels.length];
  const found = {
    step,
    train: new Float64Array(runs),
    test: new Float64Array(runs),
    trainLoss: new Float64Array(runs),
    testLoss: new Float64Array(runs),
    ...(settings.fgsm > 0 && { adversarial: new Float64Array(runs) }),
    parameters: new Float32Array(runs * all),
    named: new Uint8Array(runs * tested),
    gradientNorms: new Float64Array(runs * layers.length),
    activations: new Float32Array(runs * hidden),
    alive: new Float32Array(runs * hidden),
  };
  const columns: Column[] = [];
  let gradient: tf.Tensor2D = tf.zeros(theta.shape);

  async function inPieces(images: Labelled, look: (samples: Samples, labels: Uint8Array) => void) {
    for (const piece of piecesOf(images, layers, runs)) {
      await rest();
      const samples = samplesOf(piece, model);
      look(samples, piece.labels);
      tf.dispose({ ...samples });
    }
  }

  try {
    await inPieces(train, (samples, labels) => {
      const share = labels.length / trained;
      const { named, loss, outputs, alive } = tf.tidy(() => allOf(model, theta, samples));
      columns.push({ tensor: named, take: addHits(found.train, labels, trained) });
      columns.push({ tensor: loss, take: addTo(found.trainLoss, share) });
      if (outputs) columns.push({ tensor: outputs, take: addTo(found.activations, share) });
      if (alive) columns.push({ tensor: alive, take: addTo(found.alive, share) });
      const before = gradient;
      gradient = tf.tidy(() =>
        tf.add(before, tf.mul(lossAndGradient(model, theta, samples).gradient, share)),
      );
      before.dispose();
    });
    let from = 0;
    await inPieces(test, (samples, labels) => {
      const { named, loss } = tf.tidy(() => namesAndLoss(model, theta, samples));
      const hits = addHits(found.test, labels, tested);
      const at = from;
      columns.push({
        tensor: named,
        take(row, run) {
          hits(row, run);
          found.named.set(row, run * tested + at);
        },
      });
      columns.push({ tensor: loss, take: addTo(found.testLoss, labels.length / tested) });
      from += labels.length;
    });
    const { adversarial } = found;
    if (adversarial) {
      const attacked = first(test, attackedImages);
      await inPieces(attacked, (samples, labels) => {
        const tensor = tf.tidy(() => namesUnderAttack(model, theta, samples));
        columns.push({ tensor, take: addHits(adversarial, labels, attacked.labels.length) });
      });
    }
    const norms = tf.tidy(() => layerNorms(gradient, layers));
    columns.push({ tensor: norms, take: addTo(found.gradientNorms) });
    columns.push({ tensor: tf.clone(theta), take: addTo(found.parameters) });
    await takeColumns(columns);
    return found;
  } finally {
    tf.dispose([gradient, columns.map(({ tensor }) => tensor)]);
  }
}

/** The first `wanted` images, or as many as there are. */
function first({ images, labels }: Labelled, wanted: number): Labelled {
  const pixels = images.length / labels.length;
  const count = Math.min(wanted, labels.length);
  return { images: images.subarray(0, count * pixels), labels: labels.subarray(0, count) };
}
