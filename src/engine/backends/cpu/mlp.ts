import type { Layer } from "../../../networks/layers";
import type { Activation } from "../../../networks/settings";
import type { CompiledRun } from "../../compile";
import type { PixelScale } from "../../training/pixels";

/** A fully connected network, and how many samples are looked at together at most. */
export type MlpShape = {
  readonly layers: readonly Layer[];
  readonly activation: Activation;
  readonly pixels: PixelScale;
  readonly capacity: number;
};

/** Samples of one batch: ink or finished inputs, shape [count, inputs]; what hidden outputs are multiplied with. */
export type Samples = {
  readonly inputs: Uint8Array | Float32Array;
  readonly labels: Uint8Array;
  readonly count: number;
  /** Dropout: a mask a hidden layer, shape [count, units]. */
  readonly masks?: readonly Float32Array[];
};

/** Samples made ready once to be loaded many times; what else is in them is known to the Mlp that made them. */
export type KeptSamples = { readonly count: number };

/**
 * The arithmetic of a fully connected network for some runs, on one thread: what training and measuring are made of.
 * Parameters outside it are flat, as `layers` say, in float32; views it hands out hold until the next call.
 */
export interface Mlp {
  readonly precision: "float64" | "float32";
  /** Samples without masks that will be loaded again and again: what is read off them is read once. */
  keep(samples: Samples): KeptSamples;
  /** The samples that all that follows is about. */
  load(samples: Samples | KeptSamples): void;
  /** Outputs of all layers for a run; the mean cross-entropy over the samples. */
  forward(run: number): number;
  /** Outputs of a hidden layer (from 0) of the last forward, before dropout: shape [count, units]. */
  outputs(layer: number): Float32Array | Float64Array;
  /** The class with the highest score for each sample of the last forward, the first of equals; shape [count]. */
  named(): Uint8Array;
  /** Gradient of the mean loss by the run's parameters, after its forward; kept for `update`. */
  backward(run: number): void;
  /** The last backward's gradient, flat. */
  gradient(): Float32Array | Float64Array;
  /** Gradient of the mean loss by the inputs as the first layer takes them, after a backward: shape [count, inputs]. */
  inputGradient(): Float32Array | Float64Array;
  /** Moves a run by its rule: step `t` from 1, setting out from `loss`. */
  update(run: number, t: number, loss: number): void;
  /** The iterate as its rule reports it: a copy. */
  parameters(run: number): Float32Array<ArrayBuffer>;
  /** theta and state, shape [1 + state, parameters]: a copy. */
  standing(run: number): Float32Array<ArrayBuffer>;
  /** Puts a run at a standing, or at parameters with its rule's first state: shape [parameters]. */
  stand(run: number, standing: Float32Array): void;
}

/** Makes the arithmetic ready; all runs stand nowhere yet. */
export type MlpFactory = (shape: MlpShape, runs: readonly CompiledRun[]) => Promise<Mlp>;
