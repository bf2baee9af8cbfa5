import { compareWords } from "../../words/en/compare";
import { isSameButLabels } from "../../experiment/run-label";
import { runLabels } from "../run-mark/labels";
import { useLabState } from "../store-context/store-context";
import { tuningInWords } from "./tuning-words";

/** Says what was tried for each run and what came of it, as long as the runs are still so. */
export function TuningNote() {
  const tuning = useLabState((state) => state.tuning);
  const spec = useLabState((state) => state.spec);
  const isSo = tuning && isSameButLabels(tuning.of, spec);
  const words = !isSo
    ? ""
    : tuning.result
      ? tuningInWords(runLabels(spec), tuning.result)
      : compareWords().trying;
  return (
    <p className="compare-note" role="status">
      {words}
    </p>
  );
}
