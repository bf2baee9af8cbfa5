import { useState } from "react";
import { ChartsBar } from "../charts/ChartsBar";
import { SpanRow } from "../charts/SpanRow";
import { useZoom } from "../charts/use-zoom";
import { NetworkFigure } from "./NetworkFigure";
import { NetworkTables } from "./NetworkTables";
import { RunsLegend } from "./RunsLegend";
import type { Shown } from "./network-axes";

/** What is shown until a visitor asks for more. */
const usual: Shown = { loss: "train", accuracy: "test" };

type Props = {
  readonly steps: number;
  readonly perEpoch: number;
  /** Whether what changes how the curves are looked at stands above them. */
  readonly hasBar?: boolean;
};

/** Loss and accuracy over the epochs, as curves or as numbers: smoothed, and zoomed to some of the steps. */
export function NetworkCharts({ steps, perEpoch, hasBar = true }: Props) {
  const { span, isOpen, setSpan, open } = useZoom(steps);
  const [isTable, setTable] = useState(false);
  const [shown, setShown] = useState(usual);
  return (
    <div className="network-charts charts">
      {hasBar && (
        <ChartsBar hasOwnMean isZooming={isOpen} onZoom={open} isTable={isTable} onTable={setTable}>
          <RunsLegend />
        </ChartsBar>
      )}
      {isOpen && <SpanRow span={span} steps={steps} onChange={setSpan} />}
      {isTable ? (
        <NetworkTables span={span} shown={shown} />
      ) : (
        <NetworkFigure steps={steps} perEpoch={perEpoch} span={span} shown={shown} onShow={setShown} />
      )}
    </div>
  );
}
