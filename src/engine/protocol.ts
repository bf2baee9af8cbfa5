import type { FrameBatch } from "../experiment/frame";
import type { ExperimentSpec } from "../experiment/spec";
import type { ComputedBy, Standing, TestSet } from "./backends/backend";
import type { DeviceNews } from "./backends/pick";
import type { FaultKind } from "./fault";

/** Page to worker. `id` names an execution; a higher one ends all before it. */
export type Request =
  | {
      readonly type: "start";
      readonly id: number;
      readonly spec: ExperimentSpec;
      /** Address below which the data lie, ending in "/". */
      readonly dataUrl: string;
      /** Frames wanted at once, with the answer. */
      readonly frames: number;
      /** Where an execution of the same spec stood: this one goes on from there if it can, else from the start. */
      readonly from?: Snapshot | undefined;
      /** Why the GPU is to be left alone, in the badge's words. */
      readonly withoutGpu?: string | undefined;
    }
  | { readonly type: "advance"; readonly id: number; readonly frames: number }
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "sweep"; readonly id: number; readonly spec: ExperimentSpec }
  | { readonly type: "tune"; readonly id: number; readonly spec: ExperimentSpec }
  /** Asks for a sign of life; of no execution. */
  | { readonly type: "ping"; readonly id: 0 };

/** Where the runs of a network stand; all that they remember. */
export type Snapshot = Pick<Standing, "step" | "runs">;

/** Worker to page. */
export type Response =
  /** A start has come in; its answer may take its time. */
  | { readonly type: "heard"; readonly id: number }
  | { readonly type: "started"; readonly id: number; readonly steps: number; readonly computedBy: ComputedBy }
  | { readonly type: "loading"; readonly id: number; readonly loaded: number; readonly total: number }
  /** The frames that follow are computed by another than those before, or there is more to say of it. */
  | { readonly type: "moved"; readonly id: number; readonly computedBy: ComputedBy }
  | {
      readonly type: "frames";
      readonly id: number;
      readonly batch: FrameBatch;
      /** Time the backend took for the batch. */
      readonly milliseconds: number;
    }
  /** The images that `named` of a checkpoint is about: once a dataset, not once an execution. */
  | { readonly type: "testSet"; readonly id: number; readonly testSet: TestSet }
  | { readonly type: "failed"; readonly id: number; readonly message: string; readonly fault?: FaultKind }
  /** For another worker to go on from, should this one die. */
  | { readonly type: "snapshot"; readonly id: number; readonly snapshot: Snapshot }
  /** A sign of life, asked for by a ping. */
  | { readonly type: "alive"; readonly id: 0 }
  /** The GPU answered after the execution had started on the CPU. */
  | ({ readonly type: "device"; readonly id: number } & DeviceNews)
  | {
      readonly type: "swept";
      readonly id: number;
      readonly sweeps: readonly Sweep[];
      /** Steps of all the sweeps together, and the time they took. */
      readonly steps: number;
      readonly milliseconds: number;
    }
  | { readonly type: "tuned"; readonly id: number; readonly tuning: Tuning };

/** What came of trying learning rates for each run, the same number for all. */
export type Tuning = {
  readonly trials: number;
  /** A rate was judged by the mean of so many last losses. */
  readonly lossesInMean: number;
  readonly runs: readonly TunedRun[];
};

/** The best rate a run has tried and the loss it ends in; or why there is none. */
export type TunedRun =
  | { readonly kind: "best"; readonly lr: number; readonly loss: number }
  | { readonly kind: "no rate" }
  | { readonly kind: "diverged" };

/** The loss a run would end in at other values of one of its hyperparameters. */
export type Sweep = {
  /** Index of the run in the spec. */
  readonly run: number;
  readonly hyperparameter: string;
  /** Values over the slider's range. */
  readonly values: Float64Array;
  /** Geometric mean of the last 15 losses at each value, above the lowest minimum where that is negative; Infinity where the run diverges. */
  readonly losses: Float64Array;
};
