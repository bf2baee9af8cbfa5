import { randomOf } from "../../experiment/random";

/**
 * Labels of which a share says any class, for pieces of the training set in file order: the same labels for the same seed,
 * however the set is cut. Each image draws its numbers whether they are needed or not.
 */
export function labelNoise(share: number, classes: number, seed: number): (labels: Uint8Array) => Uint8Array {
  const random = randomOf(seed, "label noise");
  return (labels) =>
    share === 0
      ? labels
      : labels.map((label) => {
          const [isReplaced, other] = [random.uniform() < share, Math.floor(random.uniform() * classes)];
          return isReplaced ? other : label;
        });
}
