import type { Mlp } from "../backends/cpu/mlp";
import type { Pieces } from "./pieces";
import type { RunMeasures } from "./run-measures";
import { openTally, type Measured } from "./run-tally";

/**
 * Measures iterates [parameters], one for each of the Mlp's first runs, which are moved there. Yields after each piece, so
 * that whoever runs it may rest or give up. Pieces outside, runs inside: each piece is loaded once.
 */
export function* measured(
  mlp: Mlp,
  network: Measured,
  { train, test, attacked }: Pieces,
  iterates: readonly Float32Array[],
): Generator<undefined, RunMeasures[]> {
  iterates.forEach((parameters, run) => mlp.stand(run, parameters));
  const images = test.reduce((sum, { count }) => sum + count, 0);
  const tallies = iterates.map(() => openTally(network, images));
  for (const { kept, labels } of train) {
    mlp.load(kept);
    tallies.forEach((tally, run) => tally.addTrain(mlp, run, labels));
    yield;
  }
  for (const { kept, labels } of test) {
    mlp.load(kept);
    tallies.forEach((tally, run) => tally.addTest(mlp, run, labels));
    yield;
  }
  for (const { images, labels } of attacked)
    for (const [run, tally] of tallies.entries()) {
      mlp.load({ inputs: images, labels, count: labels.length });
      tally.addAttack(mlp, run, images, labels);
      yield;
    }
  return tallies.map((tally, run) => tally.measures(iterates[run]!));
}
