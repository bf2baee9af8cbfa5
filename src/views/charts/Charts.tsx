import { useMemo, useState } from "react";
import { isShown } from "../../store/store";
import { useLabState } from "../store-context/store-context";
import { ChartsBar } from "./ChartsBar";
import { ChartsFigure } from "./ChartsFigure";
import { ChartTables } from "./ChartTables";
import { tableOf } from "./table";
import { tableSteps } from "./table-steps";
import { allQuantities, quantitiesOf, recordedLines, type Quantity } from "./lines";
import { panelOf, shownLines } from "./panel";
import { smoothings } from "./smoothing";
import { SpanRow } from "./SpanRow";
import { useRecorded } from "./use-recorded";
import { useZoom } from "./use-zoom";
import "./charts.css";

type Props = {
  readonly quantities?: readonly Quantity[];
  /** Whether the lines have names at their ends, and what changes how they are looked at stands above them. */
  readonly isNamed?: boolean;
};

/**
 * Charts of runs on a surface over one step axis, or their numbers in tables. What takes longest is computed once for a
 * recording, then once for a look at it, then for a span of its steps.
 */
export function Charts({ quantities = allQuantities, isNamed = true }: Props) {
  const recorded = useRecorded();
  const hidden = useLabState((state) => state.hidden);
  const logarithmic = useLabState(({ view }) => view.logarithmic);
  const steps = useLabState(({ view }) => view.smoothing);
  const [isTable, setTable] = useState(false);

  const lines = useMemo(() => {
    const { recording, recordedSpec } = recorded;
    return quantitiesOf(recordedSpec, quantities).map((quantity) =>
      recordedLines(quantity, recording, recordedSpec),
    );
  }, [quantities, recorded]);
  const shown = useMemo(() => {
    const smoothing = smoothings.find((smoothing) => smoothing === steps) ?? 1;
    const look = { isShown: (number: number) => isShown({ hidden }, number), logarithmic, smoothing };
    return lines.map((each) => shownLines(each, look));
  }, [lines, hidden, logarithmic, steps]);
  const last = recorded.recording.steps;
  const { span, isOpen, setSpan, open } = useZoom(last);
  const panels = useMemo(() => shown.map((each) => panelOf(each, span)), [shown, span]);

  return (
    <div className="charts">
      {isNamed && <ChartsBar isZooming={isOpen} onZoom={open} isTable={isTable} onTable={setTable} />}
      {isOpen && <SpanRow span={span} steps={last} onChange={setSpan} />}
      {isTable ? (
        <ChartTables tables={panels.map(tableOf)} steps={tableSteps(span)} />
      ) : (
        <ChartsFigure panels={panels} span={span} steps={last} isNamed={isNamed} />
      )}
    </div>
  );
}
