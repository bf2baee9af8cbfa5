import { useMemo } from "react";
import type { NetworkSpec } from "../../../experiment/spec";
import { trainMeasured } from "../../../experiment/frame";
import { layersOf } from "../../../networks/layers";
import { resolveNetwork } from "../../../networks/index";
import { isShown } from "../../../store/store";
import { useSize } from "../../../ui/use-size";
import { Heading } from "../../charts/Heading";
import { useScrub } from "../../charts/use-scrub";
import { formatCount, formatPercent, formatTick } from "../../number-format/number-format";
import { Marker } from "../../run-mark/RunMark";
import { useLabState } from "../../store-context/store-context";
import { isRecordingOf, namedRuns } from "../network-data";
import { layerName } from "../structure";
import { layerAxis } from "./layer-axes";
import { layerGrid } from "./layer-grid";
import { LayerAxis } from "./LayerAxis";
import { LayerChart } from "./LayerChart";
import { layerLines, type LayerQuantity } from "./layer-lines";
import { unitGroups } from "./unit-groups";
import { UnitStrip } from "./UnitStrip";
import "./layers.css";

const titles: Readonly<Record<LayerQuantity, string>> = {
  gradient: "Gradient norm",
  output: "Mean output",
  dead: "Dead units",
};
/** Height of a run's row of strips, and of the line above them. */
const [stripHeight, stripHead] = [18, 44];

type Props = { readonly spec: NetworkSpec; readonly steps: number; readonly perEpoch: number };

/** What happens inside: each layer's gradient over the steps, what its units put out, and which of them are dead. */
export function LayersView({ spec, steps, perEpoch }: Props) {
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const hidden = useLabState((state) => state.hidden);
  const recording = useLabState((state) => state.recording);
  const recordedSpec = useLabState((state) => state.recordedSpec);
  const measured = useLabState((state) => state.recording.checkpoints.length);
  const runs = useMemo(() => namedRuns(spec, (number) => isShown({ hidden }, number)), [spec, hidden]);
  const layers = useMemo(() => layersOf(resolveNetwork(spec.network), spec.hidden), [spec]);
  const groups = useMemo(() => unitGroups(layers), [layers]);
  const quantities: readonly LayerQuantity[] =
    groups.length > 0 ? ["gradient", "output", "dead"] : ["gradient"];

  const lines = useMemo(
    () =>
      // The recording grows in place: the number of checkpoints says when.
      measured >= 0 && isRecordingOf(recording, recordedSpec) && recordedSpec.runs.length === spec.runs.length
        ? (["gradient", "output", "dead"] as const).map((quantity) =>
            layers.map((_, layer) => layerLines(quantity, recording, layers, layer, runs)),
          )
        : [],
    [measured, recording, recordedSpec, spec, layers, runs],
  );
  const chartHeight =
    groups.length > 0 ? height - stripHead - stripHeight * runs.length : Math.min(height, 320);
  const plots = layerGrid(width, chartHeight, layers.length, quantities.length);
  const scrub = useScrub(plots[0]!, steps);

  return (
    <section ref={box} className="network-layers charts" aria-label="layers">
      {width > 0 && (
        <>
          <svg
            role="img"
            aria-label={`charts of ${layers.length} layers over the steps`}
            className="charts-figure"
            width={width}
            height={chartHeight}
            {...scrub}
          >
            {quantities.map((quantity, row) => {
              const axis = layerAxis(quantity, (lines[row] ?? []).flat());
              const words = quantity === "dead" ? (value: number) => formatPercent(value, 0) : formatTick;
              const shown = quantity === "gradient" ? layers.length : groups.length;
              return plots[row]!.slice(0, shown).map((plot, layer) => (
                <LayerChart
                  key={`${quantity} ${layer}`}
                  lines={lines[row]?.[layer] ?? []}
                  axis={axis}
                  plot={plot}
                  steps={steps}
                  format={layer === 0 ? words : () => ""}
                />
              ));
            })}
            {layers.map((_, layer) => (
              <LayerAxis
                key={layer}
                plot={plots[layer < groups.length ? quantities.length - 1 : 0]![layer]!}
                steps={steps}
                perEpoch={perEpoch}
                word={layer === 0}
              />
            ))}
          </svg>
          {quantities.map((quantity, row) =>
            plots[row]!.slice(0, quantity === "gradient" ? layers.length : groups.length).map(
              (plot, layer) => (
                <Heading
                  key={`${quantity} ${layer}`}
                  plot={plot}
                  title={layer === 0 ? titles[quantity] : ""}
                  note={layerName(layers, layer)}
                />
              ),
            ),
          )}
          {groups.length > 0 && (
            <div className="network-units" style={{ top: chartHeight }}>
              <p className="network-note">
                Each unit, the deeper the more of {formatCount(Math.min(trainMeasured, spec.images))} training
                images it learns from; empty: a dead one, which learns from none.
              </p>
              {runs.map((run) => (
                <div key={run.number} className="network-units-row" data-run={run.number}>
                  <Marker run={run.number} />
                  {groups.map((group, layer) => (
                    <div key={layer} style={{ left: plots[0]![layer]!.left, width: plots[0]![layer]!.width }}>
                      <UnitStrip run={run} group={group} name={layerName(layers, layer)} />
                    </div>
                  ))}
                </div>
              ))}
            </div>
          )}
          {groups.length === 0 && (
            <p className="network-note" style={{ paddingTop: chartHeight + 12 }}>
              This network has no hidden layer: its only units are the ten digits' scores.
            </p>
          )}
        </>
      )}
    </section>
  );
}
