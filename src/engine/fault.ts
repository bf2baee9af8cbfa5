/** What may go wrong with the machine that computes, apart from what is computed. */
export type FaultKind =
  /** The device went: driver reset, card unplugged, taken by another. */
  | "gpu-lost"
  | "gpu-memory"
  /** A kernel that the driver does not take. */
  | "gpu-refused"
  | "worker-died"
  /** The worker shows no life though work is asked of it. */
  | "worker-silent";

/** A fault of the machine: the experiment can go on elsewhere, or anew. */
export class Fault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Which fault an error is, if it is one. */
export const faultOf = (error: unknown): FaultKind | undefined =>
  error instanceof Fault ? error.kind : undefined;
