import { stepsPerEpoch } from "../../experiment/budget";
import type { Recording } from "../../experiment/recording";
import { isSurfaceSpec, type ExperimentSpec } from "../../experiment/spec";
import type { ExecutionState } from "../../store/store";
import { runLabels } from "../run-mark/labels";
import { formatNumber } from "../number-format/number-format";
import { playbackWords } from "../../words/en/playback";

/** Each run's step and loss for those who do not see the page: "Momentum: step 24, loss 9.29. RMSprop: ...". */
export function runsInWords(
  spec: ExperimentSpec,
  recording: Recording,
  step: number,
  isShown: (number: number) => boolean = () => true,
): string {
  if (recording.frames === 0 || recording.runs !== spec.runs.length) return "";
  return runLabels(spec)
    .flatMap((label, run) => {
      if (!isShown(spec.runs[run]!.number)) return [];
      const divergence = recording.diverged(run);
      if (divergence && step >= divergence.step) return playbackWords().runDiverged(label, divergence.step);
      const loss = formatNumber(recording.lossAt(run, step));
      return playbackWords().runAt(label, step, loss, !isSurfaceSpec(spec));
    })
    .join(" ");
}

/** Where a network's training stands: "epoch 6 of 10, training". Nothing for a surface. */
export function epochInWords(spec: ExperimentSpec, step: number, { status }: ExecutionState): string {
  if (isSurfaceSpec(spec)) return "";
  const perEpoch = stepsPerEpoch(spec);
  const epoch = Math.min(spec.epochs, Math.max(1, Math.ceil(step / perEpoch)));
  return playbackWords().epoch(epoch, spec.epochs, playbackWords().training[status]);
}
