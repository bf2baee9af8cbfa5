/** A layer that looks at images: filters of `size` x `size` pixels, or the largest of each square of `size` x `size`. */
export type FeatureLayer =
  | { readonly kind: "conv"; readonly filters: number; readonly size: number }
  | { readonly kind: "pool"; readonly size: number };

/** A classifier of images: what the engine builds, as plain data. An activation follows all layers with weights but the last. */
export type Network = {
  readonly name: string;
  /** What there is to learn from it, in a sentence. */
  readonly teaches: string;
  readonly reference: string;
  readonly dataset: "mnist";
  /** Pixels of an image's side; it has one channel. */
  readonly side: number;
  /** Layers before the fully connected ones, which take the image as a row where there are none. */
  readonly features: readonly FeatureLayer[];
  /** Units of each fully connected hidden layer; the link may change them where `mostHidden` is not 0. */
  readonly hidden: readonly number[];
  readonly mostHidden: number;
  readonly outputs: number;
  readonly loss: "softmax-cross-entropy";
  readonly batch: number;
  readonly epochs: number;
  /** Learning rates worth watching here, by optimizer id; elsewhere the optimizer's default holds. */
  readonly rates: Readonly<Record<string, number>>;
};

/** Types a definition; does nothing else. */
export const defineNetwork = (network: Network): Network => network;
