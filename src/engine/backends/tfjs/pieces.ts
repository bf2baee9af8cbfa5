import type { Layer } from "../../../networks/layers";
import type { Labelled } from "../../training/measured-images";

/** Outputs of one layer held at a time, those of all runs together: 16 MB. */
const outputsAtOnce = 4e6;
/** Images at a time where that leaves room for them. */
const mostAtOnce = 2000;

/** Images in pieces, of which the outputs of `runs` runs stay bounded. */
export function piecesOf({ images, labels }: Labelled, layers: readonly Layer[], runs: number): Labelled[] {
  const pixels = images.length / labels.length;
  // A filter has an output for nearly every pixel.
  const outputs = layers.map(({ kind, units }) => (kind === "conv" ? units * pixels : units));
  const size = Math.max(1, Math.min(mostAtOnce, Math.floor(outputsAtOnce / (runs * Math.max(...outputs)))));
  return Array.from({ length: Math.ceil(labels.length / size) }, (_, i) => {
    const [from, to] = [i * size, Math.min((i + 1) * size, labels.length)];
    return { images: images.subarray(from * pixels, to * pixels), labels: labels.subarray(from, to) };
  });
}
