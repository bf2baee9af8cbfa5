import type { NamedRun } from "../network-data";

/** One cell of the matrix: images of one digit that the run names so. */
export type Cell = { readonly truth: number; readonly named: number };

/** Whose mistakes are looked at. */
export type LookedAt = {
  readonly run: NamedRun;
  /** The run it is compared with, where differences are looked at instead of mistakes. */
  readonly other: NamedRun | undefined;
  readonly cell: Cell | undefined;
};

/** Classes of the digits. */
export const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
