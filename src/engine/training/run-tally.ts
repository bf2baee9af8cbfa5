import { parameterCount, type Layer } from "../../networks/layers";
import type { Activation } from "../../networks/settings";
import type { Mlp } from "../backends/cpu/mlp";
import { attacked } from "./adversarial";
import type { PixelScale } from "./pixels";
import type { RunMeasures } from "./run-measures";
import { tallyUnits } from "./unit-tallies";

/** What of an experiment decides how its iterates are measured. */
export type Measured = {
  readonly layers: readonly Layer[];
  readonly activation: Activation;
  readonly pixels: PixelScale;
  /** How far pixels are moved in the adversarial test; 0: there is none. */
  readonly fgsm: number;
};

/** Adds up piece by piece what is measured of one run; each piece is loaded before it is added. */
export type RunTally = {
  addTrain(mlp: Mlp, run: number, labels: Uint8Array): void;
  addTest(mlp: Mlp, run: number, labels: Uint8Array): void;
  /** Moves each pixel of a piece against the run, and loads what comes of it. */
  addAttack(mlp: Mlp, run: number, images: Uint8Array, labels: Uint8Array): void;
  measures(parameters: Float32Array): RunMeasures;
};

/** A tally of nothing yet. */
export function openTally({ layers, activation, pixels, fgsm }: Measured, testImages: number): RunTally {
  const train = { images: 0, hits: 0, loss: 0 };
  const test = { images: 0, hits: 0, loss: 0 };
  const attack = { images: 0, hits: 0 };
  const named = new Uint8Array(testImages);
  const gradient = new Float64Array(parameterCount(layers));
  const hidden = layers.slice(0, -1).map(({ units }) => ({
    sums: new Float64Array(units),
    alive: new Float64Array(units),
  }));
  const shares = (field: "sums" | "alive") =>
    Float32Array.from(hidden.flatMap((layer) => Array.from(layer[field], (sum) => sum / train.images)));

  return {
    addTrain(mlp, run, labels) {
      const count = labels.length;
      train.loss += count * mlp.forward(run);
      train.images += count;
      train.hits += hitsIn(mlp.named(), labels);
      hidden.forEach(({ sums, alive }, layer) =>
        tallyUnits(activation, mlp.outputs(layer), count, sums, alive),
      );
      mlp.backward(run);
      const part = mlp.gradient();
      for (let i = 0; i < gradient.length; i++) gradient[i]! += count * part[i]!;
    },
    addTest(mlp, run, labels) {
      const count = labels.length;
      test.loss += count * mlp.forward(run);
      const classes = mlp.named();
      named.set(classes, test.images);
      test.images += count;
      test.hits += hitsIn(classes, labels);
    },
    addAttack(mlp, run, images, labels) {
      const count = labels.length;
      mlp.forward(run);
      mlp.backward(run);
      mlp.load({ inputs: attacked(images, mlp.inputGradient(), fgsm, pixels), labels, count });
      mlp.forward(run);
      attack.images += count;
      attack.hits += hitsIn(mlp.named(), labels);
    },
    measures: (parameters) => ({
      train: train.hits / train.images,
      test: test.hits / test.images,
      trainLoss: train.loss / train.images,
      testLoss: test.loss / test.images,
      ...(fgsm > 0 && { adversarial: attack.hits / attack.images }),
      parameters,
      named,
      gradientNorms: Float64Array.from(
        layers,
        ({ at, inputs, units }) => lengthOf(gradient.subarray(at, at + (inputs + 1) * units)) / train.images,
      ),
      activations: shares("sums"),
      alive: shares("alive"),
    }),
  };
}

function hitsIn(named: Uint8Array, labels: Uint8Array): number {
  let hits = 0;
  for (let i = 0; i < labels.length; i++) if (named[i] === labels[i]) hits++;
  return hits;
}

/** Not Math.hypot, which is a hundred times slower on so many numbers. */
function lengthOf(values: Float64Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}
