import type { State } from "../../store/store";
import type { StepSheet, WorkedStep } from "./step-sheet";

/** The step at the cursor, worked out: the first while none is done yet, the run's last where it has come to its end. */
export function shownStep({ playback }: Pick<State, "playback">, sheet: StepSheet): WorkedStep | undefined {
  const last = sheet.lastStep();
  return last < 1 ? undefined : sheet.at(Math.min(Math.max(1, Math.floor(playback.step)), last));
}

/** Whether the cursor has gone on without the run: it has diverged. */
export const isOver = ({ playback }: Pick<State, "playback">, { recording, run }: StepSheet): boolean =>
  playback.step > (recording.diverged(run)?.step ?? Infinity);
