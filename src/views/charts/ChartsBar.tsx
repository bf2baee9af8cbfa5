import { Segmented } from "../../ui/Segmented";
import { useLab, useLabState } from "../store-context/store-context";
import { smoothings } from "./smoothing";
import { words } from "./words";

type Props = {
  readonly isZooming: boolean;
  readonly onZoom: (isZooming: boolean) => void;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
};

const options = smoothings.map((steps) => ({
  value: String(steps),
  word: steps === 1 ? words.smoothingOff : String(steps),
}));

/** How the charts are looked at: smoothed, zoomed, or as numbers. */
export function ChartsBar({ isZooming, onZoom, isTable, onTable }: Props) {
  const { actions } = useLab();
  const smoothing = useLabState(({ view }) => view.smoothing ?? 1);
  return (
    <div className="charts-bar">
      <span aria-hidden="true" title={words.smoothingInSteps}>
        {words.smoothing}
      </span>
      <Segmented
        label={words.smoothingInSteps}
        value={String(smoothing)}
        options={options}
        onChange={(steps) => actions.setView({ smoothing: Number(steps) })}
      />
      <button
        type="button"
        className="charts-bar-end"
        aria-expanded={isZooming}
        title={words.zoomHint}
        onClick={() => onZoom(!isZooming)}
      >
        {words.zoom}
      </button>
      <button type="button" aria-pressed={isTable} title={words.tableHint} onClick={() => onTable(!isTable)}>
        {words.table}
      </button>
    </div>
  );
}
