import type { Checkpoint } from "../../../experiment/frame";
import { parameterCount } from "../../../networks/layers";
import type { Model } from "./model";

/** A checkpoint of so many runs and test images that says 0 of everything. */
export function blankCheckpoint(
  step: number,
  { layers, settings }: Model,
  runs: number,
  images: number,
): Checkpoint {
  const hidden = layers.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
  return {
    step,
    train: new Float64Array(runs),
    test: new Float64Array(runs),
    trainLoss: new Float64Array(runs),
    testLoss: new Float64Array(runs),
    ...(settings.fgsm > 0 && { adversarial: new Float64Array(runs) }),
    parameters: new Float32Array(runs * parameterCount(layers)),
    named: new Uint8Array(runs * images),
    gradientNorms: new Float64Array(runs * layers.length),
    activations: new Float32Array(runs * hidden),
    alive: new Float32Array(runs * hidden),
  };
}
