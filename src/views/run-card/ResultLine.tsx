import { isSurfaceSpec } from "../../experiment/spec";
import { useRecorded } from "../charts/use-recorded";
import { useLabState } from "../store-context/store-context";
import { resultInWords, resultsOf } from "./results";

/** What came of a run on a surface, on its card: when it reached the goal, its best loss, the way it went. */
export function ResultLine({ run }: { readonly run: number }) {
  const { recording, recordedSpec } = useRecorded();
  const chosen = useLabState(({ view }) => view.goal);
  if (!isSurfaceSpec(recordedSpec)) return null;
  const index = recordedSpec.runs.findIndex(({ number }) => number === run);
  const isRecorded = index >= 0 && recording.frames > 0 && recording.runs === recordedSpec.runs.length;
  const { runs, goal } = isRecorded ? resultsOf(recordedSpec, recording, chosen) : { runs: [], goal: 0 };
  const words = runs[index] && resultInWords(runs[index], goal);
  return (
    <p className="run-card-result" title={words}>
      {words}
    </p>
  );
}
