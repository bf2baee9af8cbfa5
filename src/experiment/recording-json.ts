import type { Point } from "../surfaces/surface";
import type { Divergence, Recording } from "./recording";
import { hyperparametersOf, ruleOf, type ExperimentSpec, type ScheduleSpec } from "./spec";

/** A recording as others read it: the trace tool prints it, a frame answers with it. Index 0 is the start. */
export type RecordingJson = {
  readonly spec: ExperimentSpec;
  readonly backend: string;
  readonly adapter: string;
  readonly precision: string;
  readonly runs: readonly RunJson[];
};

export type RunJson = {
  readonly optimizer: string;
  readonly convention: string;
  /** The rule's own, and the modifiers that are switched on. */
  readonly hyperparameters: Readonly<Record<string, number>>;
  readonly schedule?: ScheduleSpec;
  readonly steps: number;
  readonly loss: readonly number[];
  /** Surfaces. */
  readonly theta?: readonly Point[];
  /** Networks. */
  readonly accuracy?: readonly AccuracyJson[];
  readonly diverged: Divergence | null;
};

/** Shares of images named rightly, in [0, 1]; adversarial where the spec asks for it. */
export type AccuracyJson = {
  readonly step: number;
  readonly train: number;
  readonly test: number;
  readonly adversarial?: number;
};

type Origin = { readonly backend: string; readonly adapter: string; readonly precision: string };

/** A recording as plain JSON; `by` is who computed it. */
export function toRecordingJson(spec: ExperimentSpec, by: Origin, recording: Recording): RecordingJson {
  const { backend, adapter, precision } = by;
  return {
    spec,
    backend,
    adapter,
    precision,
    runs: spec.runs.map((run, i): RunJson => {
      const steps = recording.lastStep(i);
      return {
        optimizer: run.optimizer,
        convention: run.convention,
        hyperparameters: hyperparametersOf(run, ruleOf(spec, run)),
        ...(run.schedule && { schedule: run.schedule }),
        steps,
        loss: [...recording.lossesOf(i)],
        ...(recording.hasPaths
          ? { theta: Array.from({ length: steps + 1 }, (_, step) => recording.positionAt(i, step)) }
          : {
              accuracy: recording.checkpoints.map(({ step, train, test, adversarial }) => ({
                step,
                train: train[i]!,
                test: test[i]!,
                ...(adversarial && { adversarial: adversarial[i]! }),
              })),
            }),
        diverged: recording.diverged(i) ?? null,
      };
    }),
  };
}
