import type { Checkpoint, FrameBatch } from "../../experiment/frame";
import type { Experiment } from "../compile";
import type { FaultKind } from "../fault";

/** Something that can compute experiments. */
export interface Backend {
  readonly name: BackendName;
  /** Gets everything ready for the first frame. Rejects with an Error in the reader's words. */
  prepare(experiment: Experiment, context: PrepareContext): Promise<Execution>;
}

/** One experiment being computed. */
export interface Execution {
  /** May change between advances, to another object: see hand-over.ts. */
  readonly computedBy: ComputedBy;
  /** Steps of the whole experiment: it has one frame more. */
  readonly steps: number;
  /** The next `count` frames; never beyond the experiment's last. One call at a time. */
  advance(count: number): Promise<FrameBatch>;
  /** Networks only: the images that `named` of a checkpoint is about, once they have come. */
  readonly testSet?: Promise<TestSet>;
  /** Networks only: where the runs stand before the next advance, for another backend to go on from. */
  standing?(): Promise<Standing>;
  /** Networks only: goes on from where another execution of the same experiment stands. */
  stand?(standing: Standing): void | Promise<void>;
  dispose(): void;
}

/** Ink [count, side, side], 0 to 255, and the true labels [count]. */
export type TestSet = { readonly images: Uint8Array; readonly labels: Uint8Array; readonly side: number };

/** Where the runs of a network stand. */
export type Standing = {
  /** Index of the next frame. */
  readonly step: number;
  /** theta and each state of the run's rule, in its order: shape [1 + state, parameters], a run each. */
  readonly runs: readonly Float32Array[];
  /** Checkpoints before this step that were not yet handed out, by step; they end with the execution that stood here. */
  readonly checkpoints?: readonly Promise<Checkpoint>[];
  /** Where there are no such promises: from when on the next advance hands out all checkpoints before this step. */
  readonly measured?: Promise<unknown>;
};

export type BackendName = "webgpu" | "tfjs" | "cpu";

/** Who computed what is shown: the badge and the recording say it. */
export type ComputedBy = {
  readonly backend: BackendName;
  /** "WebGPU: <adapter>", "WebAssembly", "JavaScript". */
  readonly adapter: string;
  readonly precision: "float64" | "float32";
  /** Why not the faster one, in the visitor's words. */
  readonly note?: string;
  /** What went wrong with the faster one, where it was there. */
  readonly fault?: FaultKind;
};

/** What a backend is handed: where data lie, whom to tell, when to give up. */
export type PrepareContext = {
  /** Reads a file below public/data. */
  readonly readFile: (path: string, signal: AbortSignal) => Promise<Response>;
  readonly onProgress: (progress: { loaded: number; total: number }) => void;
  readonly signal: AbortSignal;
};
