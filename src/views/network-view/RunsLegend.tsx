import { isShown } from "../../store/store";
import { Marker } from "../run-mark/RunMark";
import { runLabels } from "../run-mark/labels";
import { useLab, useLabState } from "../store-context/store-context";
import { networkWords } from "../../words/en/network";

/** The runs by their markers, over their curves: a press hides one or shows it, two show it alone. */
export function RunsLegend() {
  const { actions } = useLab();
  const spec = useLabState((state) => state.spec);
  const hidden = useLabState((state) => state.hidden);
  const labels = runLabels(spec);
  if (spec.runs.length < 2) return null;
  return (
    <span className="network-legend" role="group" aria-label={networkWords().legend}>
      {spec.runs.map(({ number }, i) => (
        <button
          key={number}
          type="button"
          data-run={number}
          aria-label={labels[i]}
          aria-pressed={isShown({ hidden }, number)}
          title={networkWords().legendHint(labels[i]!)}
          onClick={() => actions.toggleHidden(number)}
          onDoubleClick={() => actions.toggleAlone(number)}
        >
          <Marker run={number} />
        </button>
      ))}
    </span>
  );
}
