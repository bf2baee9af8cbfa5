import { useMemo, useState } from "react";
import { isShown } from "../../store/store";
import { useLab, useLabState } from "../store-context/store-context";
import { ChartsBar } from "./ChartsBar";
import { ChartsFigure } from "./ChartsFigure";
import { ChartTables } from "./ChartTables";
import { minimaOf, recordedLines, type Quantity } from "./lines";
import { panelOf, shownLines } from "./panel";
import { smoothings } from "./smoothing";
import { shownSpan, type Span } from "./span";
import { SpanRow } from "./SpanRow";
import { useRecorded } from "./use-recorded";
import "./charts.css";

const all: readonly Quantity[] = ["loss", "gradient", "step", "rate", "distance"];

type Props = {
  readonly quantities?: readonly Quantity[];
  /** Whether the lines have names at their ends, and what changes how they are looked at stands above them. */
  readonly isNamed?: boolean;
};

/**
 * Charts of runs on a surface over one step axis, or their numbers in tables. What takes longest is computed once for a
 * recording, then once for a look at it, then for a span of its steps.
 */
export function Charts({ quantities = all, isNamed = true }: Props) {
  const { actions } = useLab();
  const recorded = useRecorded();
  const hidden = useLabState((state) => state.hidden);
  const logarithmic = useLabState(({ view }) => view.logarithmic);
  const asked = useLabState(({ view }) => view.span);
  const steps = useLabState(({ view }) => view.smoothing);
  const [isZooming, setZooming] = useState(false);
  const [isTable, setTable] = useState(false);

  const lines = useMemo(() => {
    const { recording, recordedSpec } = recorded;
    const hasMinimum = minimaOf(recordedSpec).length > 0;
    return quantities
      .filter((quantity) => hasMinimum || quantity !== "distance")
      .map((quantity) => recordedLines(quantity, recording, recordedSpec));
  }, [quantities, recorded]);
  const shown = useMemo(() => {
    const smoothing = smoothings.find((smoothing) => smoothing === steps) ?? 1;
    const look = { isShown: (number: number) => isShown({ hidden }, number), logarithmic, smoothing };
    return lines.map((each) => shownLines(each, look));
  }, [lines, hidden, logarithmic, steps]);
  const last = recorded.recording.steps;
  const span = useMemo(() => shownSpan(asked, last), [asked, last]);
  const panels = useMemo(() => shown.map((each) => panelOf(each, span)), [shown, span]);
  const isZoomed = span[1] - span[0] < last;
  const setSpan = (span: Span | undefined) => {
    setZooming(true);
    actions.setView({ span: span && span[1] - span[0] < last ? span : undefined });
  };
  const zoom = (isZooming: boolean) => {
    setZooming(isZooming);
    if (!isZooming) actions.setView({ span: undefined });
  };

  return (
    <div className="charts">
      {isNamed && (
        <ChartsBar isZooming={isZooming || isZoomed} onZoom={zoom} isTable={isTable} onTable={setTable} />
      )}
      {(isZooming || isZoomed) && <SpanRow span={span} steps={last} onChange={setSpan} />}
      {isTable ? (
        <ChartTables panels={panels} span={span} />
      ) : (
        <ChartsFigure panels={panels} span={span} steps={last} isNamed={isNamed} />
      )}
    </div>
  );
}
