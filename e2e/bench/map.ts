import { compile } from "../../src/engine/compile";
import { surfaceSpec } from "../../src/experiment/usual-spec";

/** Runs along each side of the map: rates from left to right, starts from below. */
const side = 512;

/** Adam on Rosenbrock as a map of rates and starts asks for it: each run its own. */
export type AdamMap = {
  readonly runs: number;
  /** Shape [runs], all three, in numbers that float32 holds. */
  readonly lr: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
};

/** Where runs of a map ended: shapes [runs] and [runs, 2]. */
export type Endings = { readonly loss: ArrayLike<number>; readonly theta: ArrayLike<number> };

/** The map: rates from 0.003 to 0.1, starts along a line across the valley. */
export function adamMap(): AdamMap {
  const runs = side * side;
  const share = (i: number) => i / (side - 1);
  const of = (value: (column: number, row: number) => number) =>
    Float32Array.from({ length: runs }, (_, run) => value(share(run % side), share(Math.floor(run / side))));
  return {
    runs,
    lr: of((column) => 0.003 * (0.1 / 0.003) ** column),
    x: of((_, row) => -1.5 + row),
    y: of((_, row) => 1.5 - row),
    beta1: 0.9,
    beta2: 0.999,
    eps: 1e-8,
  };
}

/** The formulas of the map, parsed. */
export function adamOnRosenbrock() {
  const run = { optimizer: "adam", convention: "pytorch", hyperparameters: {}, number: 1 } as const;
  const { objective, runs } = compile({ ...surfaceSpec("rosenbrock"), runs: [run] });
  return { objective, rule: runs[0]!.rule };
}
