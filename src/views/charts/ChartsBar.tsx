import type { ReactNode } from "react";
import { Segmented } from "../../ui/Segmented";
import { useLab, useLabState } from "../store-context/store-context";
import { smoothings } from "./smoothing";
import { chartsWords } from "../../words/en/charts";

type Props = {
  /** Whether the lines have a mean of their own where none is asked for. */
  readonly hasOwnMean?: boolean;
  readonly isZooming: boolean;
  readonly onZoom: (isZooming: boolean) => void;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  /** What else there is to choose, between the smoothing and the rest. */
  readonly children?: ReactNode;
};

/** How the charts are looked at: smoothed, zoomed, or as numbers. */
export function ChartsBar({ hasOwnMean = false, isZooming, onZoom, isTable, onTable, children }: Props) {
  const { actions } = useLab();
  const smoothing = useLabState(({ view }) => view.smoothing);
  const usual = hasOwnMean ? [{ value: "", word: chartsWords().smoothingOwn }] : [];
  return (
    <div className="charts-bar">
      <span aria-hidden="true" title={chartsWords().smoothingInSteps}>
        {chartsWords().smoothing}
      </span>
      <Segmented
        label={chartsWords().smoothingInSteps}
        value={smoothing === undefined ? (usual[0]?.value ?? "1") : String(smoothing)}
        options={[
          ...usual,
          ...smoothings.map((steps) => ({
            value: String(steps),
            word: steps === 1 ? chartsWords().smoothingOff : String(steps),
          })),
        ]}
        onChange={(steps) =>
          actions.setView({
            smoothing: steps === "" || (steps === "1" && !hasOwnMean) ? undefined : Number(steps),
          })
        }
      />
      {children}
      <button
        type="button"
        className="charts-bar-end"
        aria-expanded={isZooming}
        title={chartsWords().zoomHint}
        onClick={() => onZoom(!isZooming)}
      >
        {chartsWords().zoom}
      </button>
      <button
        type="button"
        aria-pressed={isTable}
        title={chartsWords().tableHint}
        onClick={() => onTable(!isTable)}
      >
        {chartsWords().table}
      </button>
    </div>
  );
}
