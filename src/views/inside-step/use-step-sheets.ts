import { useMemo } from "react";
import type { Recording } from "../../experiment/recording";
import { isSurfaceSpec, type SurfaceSpec } from "../../experiment/spec";
import { useRecorded } from "../charts/use-recorded";
import { useLabState } from "../store-context/store-context";
import { chosenRuns } from "./chosen-runs";
import { stepSheetOf, type StepSheet } from "./step-sheet";

/** What is recorded on a surface, and the sheets of the runs looked into. */
export type StepSheets = {
  readonly spec: SurfaceSpec;
  readonly sheets: readonly StepSheet[];
};

/** The runs looked into, ready to be worked out at any step; undefined until something is recorded. */
export function useStepSheets(): StepSheets | undefined {
  const { recording, recordedSpec, recorded } = useRecorded();
  const asked = useLabState(({ view }) => view.inside);
  const hidden = useLabState((state) => state.hidden);
  const numbers = chosenRuns(recordedSpec, asked, hidden).join();
  return useMemo(
    () =>
      recorded > 1 && isSurfaceSpec(recordedSpec) ? sheetsOf(recordedSpec, recording, numbers) : undefined,
    [recording, recordedSpec, recorded, numbers],
  );
}

function sheetsOf(spec: SurfaceSpec, recording: Recording, numbers: string): StepSheets {
  const sheets = numbers
    .split(",")
    .map((number) => spec.runs.findIndex((run) => run.number === Number(number)))
    .filter((index) => index >= 0 && index < recording.runs)
    .map((index) => stepSheetOf(spec, recording, index));
  return { spec, sheets };
}
