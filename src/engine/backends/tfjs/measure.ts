import * as tf from "@tensorflow/tfjs-core";
import type { Checkpoint } from "../../../experiment/frame";
import { attackedImages } from "../../training/adversarial";
import type { Labelled, MeasuredImages } from "../../training/measured-images";
import { blankCheckpoint } from "./blank-checkpoint";
import { addTo, countHits, takeColumns, type Column } from "./columns";
import { lossAndGradient } from "./gradient";
import { layerNorms, namesUnderAttack, withLoss, withUnits } from "./looks";
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
  const [runs] = theta.shape;
  const tested = test.labels.length;
  const attacked = first(test, attackedImages);
  const found = blankCheckpoint(step, model, runs, tested);
  const { adversarial } = found;
  const columns: Column[] = [];
  let gradient: tf.Tensor2D = tf.zeros(theta.shape);

  /** Looks at images in pieces: `share` is a piece's part of them all, `from` the place of its first. */
  async function inPieces(
    images: Labelled,
    look: (samples: Samples, piece: { labels: Uint8Array; share: number; from: number }) => Column[],
  ) {
    let from = 0;
    for (const piece of piecesOf(images, model.layers, runs)) {
      await rest();
      const { labels } = piece;
      const samples = samplesOf(piece, model);
      columns.push(...look(samples, { labels, from, share: labels.length / images.labels.length }));
      tf.dispose({ ...samples });
      from += labels.length;
    }
  }

  try {
    await inPieces(train, (samples, { labels, share }) => {
      const { named, loss, outputs, alive } = tf.tidy(() => withUnits(model, theta, samples));
      const before = gradient;
      gradient = tf.tidy(() =>
        tf.add(before, tf.mul(lossAndGradient(model, theta, samples).gradient, share)),
      );
      before.dispose();
      return [
        { tensor: named, take: countHits(found.train, labels) },
        { tensor: loss, take: addTo(found.trainLoss, share) },
        { tensor: outputs, take: addTo(found.activations, share) },
        { tensor: alive, take: addTo(found.alive, share) },
      ];
    });
    await inPieces(test, (samples, { labels, share, from }) => {
      const { named, loss } = tf.tidy(() => withLoss(model, theta, samples));
      return [
        { tensor: named, take: countHits(found.test, labels) },
        { tensor: tf.clone(named), take: (row, run) => found.named.set(row, run * tested + from) },
        { tensor: loss, take: addTo(found.testLoss, share) },
      ];
    });
    if (adversarial)
      await inPieces(attacked, (samples, { labels }) => [
        {
          tensor: tf.tidy(() => namesUnderAttack(model, theta, samples)),
          take: countHits(adversarial, labels),
        },
      ]);
    columns.push(
      { tensor: tf.tidy(() => layerNorms(gradient, model.layers)), take: addTo(found.gradientNorms) },
      { tensor: tf.clone(theta), take: addTo(found.parameters) },
    );
    await takeColumns(columns);
    toShares(found.train, train);
    toShares(found.test, test);
    if (adversarial) toShares(adversarial, attacked);
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

/** Counts of images as shares of them all: divided once, so that 0.5 is 0.5. */
function toShares(counts: Float64Array, { labels }: Labelled): void {
  counts.forEach((count, run) => (counts[run] = count / labels.length));
}
