import { parameterCount, type Layer } from "../../../../networks/layers";
import type { MlpShape } from "../mlp";
import { paddedBytes } from "./rows";

/** Where everything but the runs' own numbers lies in memory, in bytes. Rows of samples, unless said. */
export type Layout = {
  /** Ink, or float32 inputs. */
  readonly samples: number;
  /** Which class each is, and which the network names: bytes. */
  readonly labels: number;
  readonly named: number;
  /** Inputs that are not 0, sample by sample: the first layer's row in bytes, and the value. */
  readonly entries: number;
  /** Where each sample's entries begin, and where the last one's end. */
  readonly begins: number;
  readonly layers: readonly LayerLayout[];
  /** What the first layer's sums begin with: one row. */
  readonly base: number;
  /** As parameters lie. */
  readonly gradient: number;
  readonly inputGradient: number;
  /** From here on there is room for the runs. */
  readonly end: number;
};

type LayerLayout = Layer & {
  readonly outputs: number;
  /** Hidden layers only: outputs after dropout, and what dropout multiplies them with. */
  readonly kept: number;
  readonly masks: number;
  /** Gradient by the sums before the activation; rows begin at whole vectors and end in zeros. */
  readonly deltas: number;
};

/** Lays memory out for a network and the samples it is shown together. */
export function layoutOf({ layers, capacity }: Pick<MlpShape, "layers" | "capacity">): Layout {
  let end = 0;
  /** Regions begin at whole vectors, and whoever writes one number too many hurts none. */
  const region = (bytes: number) => {
    const at = end;
    end = alignedBytes(at + bytes);
    return at;
  };
  const inputs = layers[0]!.inputs;
  return {
    samples: region(4 * capacity * inputs),
    labels: region(capacity),
    named: region(capacity),
    entries: region(8 * capacity * inputs),
    begins: region(4 * (capacity + 1)),
    layers: layers.map((layer) => {
      const bytes = 4 * capacity * layer.units;
      return {
        ...layer,
        outputs: region(bytes),
        kept: region(bytes),
        masks: region(bytes),
        deltas: region(capacity * paddedBytes(layer.units)),
      };
    }),
    base: region(paddedBytes(layers[0]!.units)),
    gradient: region(4 * parameterCount(layers)),
    inputGradient: region(4 * capacity * inputs),
    end,
  };
}

/** Room for so many bytes, with one vector more, in whole vectors. */
export const alignedBytes = (bytes: number): number => 16 * Math.ceil(bytes / 16) + 16;
