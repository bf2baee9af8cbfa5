import { useMemo } from "react";
import type { NetworkSpec } from "../../../experiment/spec";
import { layersOf } from "../../../networks/layers";
import { resolveNetwork } from "../../../networks/index";
import { isShown } from "../../../store/store";
import { useSize } from "../../../ui/use-size";
import { useLabState } from "../../store-context/store-context";
import { isOfSpec, namedRuns } from "../network-data";
import { layerGrid } from "./layer-grid";
import { LayerCharts } from "./LayerCharts";
import { layerLines, type LayerQuantity } from "./layer-lines";
import { UnitStrips } from "./UnitStrips";
import { networkWords } from "../../../words/en/network";
import "./layers.css";

/** Height of a run's row of strips, and of the lines above them. */
const [stripHeight, stripHead, narrowStripHead] = [18, 48, 72];
/** Least height of all charts together, and that of a single row. */
const [leastHeight, oneRow] = [400, 340];
/** Width of a layer's column below which its name has no room beside a title. */
const narrow = 150;

type Props = { readonly spec: NetworkSpec; readonly steps: number; readonly perEpoch: number };

/** What happens inside: each layer's gradient over the steps, what its units put out, and which of them are dead. */
export function LayersView({ spec, steps, perEpoch }: Props) {
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const hidden = useLabState((state) => state.hidden);
  const recording = useLabState((state) => state.recording);
  const recordedSpec = useLabState((state) => state.recordedSpec);
  // The recording grows in place: the number of checkpoints says when.
  const measured = useLabState((state) => state.recording.checkpoints.length);
  const runs = useMemo(() => namedRuns(spec, (number) => isShown({ hidden }, number)), [spec, hidden]);
  const layers = useMemo(() => layersOf(resolveNetwork(spec.network), spec.hidden), [spec]);
  const isDeep = layers.length > 1;
  const isNarrow = width / layers.length < narrow;

  const strips = (isNarrow ? narrowStripHead : stripHead) + stripHeight * runs.length;
  const chartHeight = isDeep ? Math.max(leastHeight, height - strips) : oneRow;

  const rows = useMemo(() => {
    const quantities: readonly LayerQuantity[] = isDeep ? ["gradient", "output", "dead"] : ["gradient"];
    const grid = layerGrid(width, chartHeight, layers.length, quantities.length, isNarrow ? 42 : 26);
    const isThere = measured > 0 && isOfSpec({ recording, recordedSpec, spec });
    return quantities.map((quantity, row) => ({
      quantity,
      charts: grid[row]!.slice(0, quantity === "gradient" ? layers.length : layers.length - 1).map(
        (plot, layer) => ({
          plot,
          lines: isThere ? layerLines(quantity, recording, layers, layer, runs) : [],
        }),
      ),
    }));
  }, [width, chartHeight, isDeep, isNarrow, measured, recording, recordedSpec, spec, layers, runs]);

  const last = rows.at(-1)!.charts[0]!.plot;
  const size = { width, height: last.top + last.height + 30 };
  return (
    <section
      ref={box}
      className="network-layers"
      aria-label={networkWords().layersLabel}
      style={{ minHeight: leastHeight + strips }}
    >
      {width > 0 && (
        // Out of the flow: what is as high as the box must not decide how high the box is.
        <div className="network-layers-inside">
          <LayerCharts {...{ layers, runs, rows, size, steps, perEpoch, isNarrow }} />
          {isDeep ? (
            <UnitStrips
              layers={layers}
              runs={runs}
              images={spec.images}
              plots={rows[0]!.charts.map(({ plot }) => plot)}
            />
          ) : (
            <p className="network-note">{networkWords().noHidden}</p>
          )}
        </div>
      )}
    </section>
  );
}
