import * as tf from "@tensorflow/tfjs-core";
import { divergenceBound } from "../../../experiment/recording";
import type { NetworkExperiment } from "../../compile";
import type { Batch } from "../../training/batches";
import { dropoutMask } from "../../training/dropout";
import { initialParameters } from "../../training/initial-parameters";
import { lossAndGradient } from "./gradient";
import { samplesOf } from "./samples";
import type { Moved } from "./update";
import { walkersAt } from "./walkers";

/** All runs of a network side by side in tensors, in the experiment's order. */
export type Training = {
  /** Parameters of all runs as their rules report them, shape [K, all]; the caller frees it. */
  reported(): tf.Tensor2D;
  /**
   * Losses [K] of a frame on its batch, which the caller frees; then moves on to the next frame, unless this is the last.
   * A run whose loss is beyond the bound stays where it is for good.
   */
  step(batch: Batch, frame: number, isLast: boolean): tf.Tensor1D;
  /** As `Walkers` have them. */
  standing(): Promise<Float32Array[]>;
  stand(standings: readonly Float32Array[]): void;
  dispose(): void;
};

/** Losses of a frame; where it was stepped from, which rows are still within the bound, and what comes of them. */
type Stepped = { readonly loss: tf.Tensor1D; readonly still?: tf.Tensor1D; readonly moved?: Moved[] };

/** Sets all runs to the same initial parameters. */
export function beginTraining(experiment: NetworkExperiment): Training {
  const { layers, settings, seed, runs } = experiment;
  const walkers = walkersAt(initialParameters(layers, settings.init, seed), runs);
  const { places } = walkers;
  const rowOf = places.map((_, run) => places.indexOf(run));
  const isSorted = places.every((place, row) => place === row);
  const inOrder = <T extends tf.Tensor>(rows: T): T => (isSorted ? rows : tf.gather(rows, rowOf));
  /** Whether each row has stayed within the bound, shape [K]. */
  let within: tf.Tensor1D = tf.ones([runs.length], "bool");

  return {
    reported: () => tf.tidy(() => inOrder(walkers.reported())),
    step(batch, frame, isLast) {
      const result = tf.tidy((): Stepped => {
        const samples = samplesOf(batch, experiment);
        const masks = masksAt(experiment, frame);
        const { loss, gradient } = lossAndGradient(experiment, walkers.theta(), samples, masks);
        if (isLast) return { loss: inOrder(loss) };
        const isWithin = tf.lessEqual<tf.Tensor1D>(tf.abs(loss), divergenceBound.loss);
        const still = tf.logicalAnd<tf.Tensor1D>(within, isWithin);
        return { loss: inOrder(loss), still, moved: walkers.moved(gradient, loss, still, frame + 1) };
      });
      if (result.moved) walkers.go(result.moved);
      if (result.still) {
        within.dispose();
        within = result.still;
      }
      return result.loss;
    },
    standing: walkers.standing,
    stand: walkers.stand,
    dispose() {
      within.dispose();
      walkers.dispose();
    },
  };
}

/** Dropout works on what every fully connected layer takes from another layer: a mask [B, inputs] each. */
function masksAt({ layers, settings, seed, batch }: NetworkExperiment, frame: number): tf.Tensor2D[] {
  const { dropout: share } = settings;
  if (share === 0) return [];
  const fed = layers.slice(1).filter(({ kind }) => kind === "dense");
  return fed.map(({ inputs }, i) =>
    tf.tensor2d(dropoutMask({ share, seed }, frame, i, batch, inputs), [batch, inputs]),
  );
}
