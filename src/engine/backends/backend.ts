import type { FrameBatch } from "../../experiment/frame";
import type { Experiment } from "../compile";

/** Something that can compute experiments. */
export interface Backend {
  readonly name: BackendName;
  /** Gets everything ready for the first frame. Rejects with an Error in the reader's words. */
  prepare(experiment: Experiment, context: PrepareContext): Promise<Execution>;
}

/** One experiment being computed. */
export interface Execution {
  readonly computedBy: ComputedBy;
  /** Steps of the whole experiment: it has one frame more. */
  readonly steps: number;
  /** The next `count` frames; never beyond the experiment's last. One call at a time. */
  advance(count: number): Promise<FrameBatch>;
  dispose(): void;
}

export type BackendName = "webgpu" | "tfjs" | "cpu";

/** Who computed what is shown: the badge and the recording say it. */
export type ComputedBy = {
  readonly backend: BackendName;
  /** "WebGPU: <adapter>", "WebAssembly", "JavaScript". */
  readonly adapter: string;
  readonly precision: "float64" | "float32";
  /** Why not the faster one, in the visitor's words. */
  readonly note?: string;
};

/** What a backend is handed: where data lie, whom to tell, when to give up. */
export type PrepareContext = {
  /** Reads a file below public/data. */
  readonly readFile: (path: string, signal: AbortSignal) => Promise<Response>;
  readonly onProgress: (progress: { loaded: number; total: number }) => void;
  readonly signal: AbortSignal;
};
