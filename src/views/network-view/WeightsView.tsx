import { useMemo, useState } from "react";
import type { NetworkSpec } from "../../experiment/spec";
import { resolveNetwork } from "../../networks/index";
import { layersOf } from "../../networks/layers";
import { useSize } from "../../ui/use-size";
import { fitting } from "./fitting";
import { namedRuns } from "./network-data";
import { RunSelect } from "./RunSelect";
import { WeightImages } from "./WeightImages";
import { WeightKey } from "./WeightKey";
import { networkWords } from "../../words/en/network";
import { Explain } from "../explain/Explain";

/** The first layer of one run, as large as it fits: an image a unit, or a filter. */
export function WeightsView({ spec }: { spec: NetworkSpec }) {
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const runs = useMemo(() => namedRuns(spec, () => true), [spec]);
  const [chosen, setChosen] = useState<number>();
  const run = runs.find(({ number }) => number === chosen) ?? runs[0];
  const layer = useMemo(() => layersOf(resolveNetwork(spec.network), spec.hidden)[0]!, [spec]);
  if (!run) return <p className="network-note">{networkWords().needsRunForWeights}</p>;
  const { perRow, shown, side } = fitting(layer.units, width, height);
  return (
    <section className="network-weights-view" aria-label={networkWords().firstLayerWeights}>
      <div className="network-controls">
        <RunSelect label={networkWords().run} runs={runs} value={run.number} onChange={setChosen} />
        <span className="network-note">
          <Explain of="weights">{networkWords().firstLayerUnits(shown, layer.units)}</Explain>
        </span>
        <WeightKey />
      </div>
      <div ref={box} className="network-weights-box">
        {width > 0 && (
          <div style={{ width: perRow * side }}>
            <WeightImages index={run.index} label={run.label} layer={layer} most={shown} perRow={perRow} />
          </div>
        )}
      </div>
    </section>
  );
}
