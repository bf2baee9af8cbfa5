import type { KeptSamples, Mlp } from "../backends/cpu/mlp";
import { attackedImages } from "./adversarial";
import type { Labelled, MeasuredImages } from "./measured-images";

/** Images left with an Mlp. */
export type Piece = { readonly kept: KeptSamples; readonly labels: Uint8Array; readonly count: number };

/** The sets in pieces that an Mlp takes at once. */
export type Pieces = {
  readonly train: readonly Piece[];
  readonly test: readonly Piece[];
  /** Test images that are moved against each run: what they become is read anew each time. */
  readonly attacked: readonly Labelled[];
};

/** Cuts the sets into pieces of at most `size` images; holds on to no image that the Mlp can do without. */
export function keepPieces(mlp: Mlp, { train, test }: MeasuredImages, size: number, fgsm: number): Pieces {
  const kept = ({ images, labels }: Labelled): Piece => {
    const count = labels.length;
    return { kept: mlp.keep({ inputs: images, labels, count }), labels: labels.slice(), count };
  };
  return {
    train: cut(train, size, train.labels.length).map(kept),
    test: cut(test, size, test.labels.length).map(kept),
    attacked:
      fgsm === 0
        ? []
        : cut(test, size, attackedImages).map(({ images, labels }) => ({
            images: images.slice(),
            labels: labels.slice(),
          })),
  };
}

/** The first `wanted` images, or as many as there are, in pieces. */
function cut({ images, labels }: Labelled, size: number, wanted: number): Labelled[] {
  const pixels = images.length / labels.length;
  const total = Math.min(wanted, labels.length);
  return Array.from({ length: Math.ceil(total / size) }, (_, i) => {
    const [from, to] = [i * size, Math.min((i + 1) * size, total)];
    return { images: images.subarray(from * pixels, to * pixels), labels: labels.subarray(from, to) };
  });
}
