import { useRef } from "react";
import type { Layer } from "../../../networks/layers";
import { Heading } from "../../charts/Heading";
import type { Plot } from "../../charts/layout";
import { useScrub } from "../../charts/use-scrub";
import { formatPercent, formatTick } from "../../number-format/number-format";
import { useFrame } from "../../playback/use-frame";
import { isOfSpec, type NamedRun } from "../network-data";
import { layerName } from "../structure";
import { layerAxis } from "./layer-axes";
import { LayerAxis } from "./LayerAxis";
import { LayerChart } from "./LayerChart";
import type { LayerLine, LayerQuantity } from "./layer-lines";
import { layersInWords } from "./layers-in-words";
import { networkWords } from "../../../words/en/network";

type Props = {
  readonly layers: readonly Layer[];
  readonly runs: readonly NamedRun[];
  readonly rows: readonly LayerRow[];
  readonly size: { readonly width: number; readonly height: number };
  readonly steps: number;
  readonly perEpoch: number;
  /** Whether a row's title has a line of its own, above its layers' names. */
  readonly isNarrow: boolean;
};

/** A quantity, and a chart for each layer that has it. */
export type LayerRow = {
  readonly quantity: LayerQuantity;
  readonly charts: readonly { readonly plot: Plot; readonly lines: readonly LayerLine[] }[];
};

const ticks: Readonly<Record<LayerQuantity, (value: number) => string>> = {
  gradient: formatTick,
  output: formatTick,
  dead: (value) => formatPercent(value, 0),
};

/** Small charts, a row a quantity and a column a layer, on one axis each row and over the same steps. */
export function LayerCharts({ layers, runs, rows, size, steps, perEpoch, isNarrow }: Props) {
  const figure = useRef<SVGSVGElement>(null);
  const scrub = useScrub(rows[0]!.charts.map(({ plot }) => plot), steps); // prettier-ignore

  useFrame((state) => {
    const words = isOfSpec(state)
      ? layersInWords(state.recording, state.playback.step, layers, runs)
      : networkWords().layerCharts;
    figure.current?.setAttribute("aria-label", words);
  });

  return (
    <div className="network-layer-charts" style={{ height: size.height }}>
      <svg ref={figure} role="img" className="charts-figure" {...size} {...scrub}>
        {rows.map(({ quantity, charts }) => {
          const axis = layerAxis(quantity, charts.flatMap(({ lines }) => lines)); // prettier-ignore
          return charts.map(({ plot, lines }, layer) => (
            <LayerChart
              key={`${quantity} ${layer}`}
              {...{ lines, axis, plot, steps }}
              format={layer === 0 ? ticks[quantity] : () => ""}
            />
          ));
        })}
        {layers.map((_, layer) => (
          <LayerAxis
            key={layer}
            plot={rows.findLast(({ charts }) => charts[layer])!.charts[layer]!.plot}
            steps={steps}
            perEpoch={perEpoch}
            word={layer === 0}
          />
        ))}
      </svg>
      {rows.map(({ quantity, charts }) =>
        charts.map(({ plot }, layer) => (
          <Heading
            key={`${quantity} ${layer}`}
            plot={isNarrow ? { ...plot, columnLeft: plot.left } : plot}
            title={layer === 0 && !isNarrow ? networkWords().layerTitles[quantity] : ""}
            note={layerName(layers, layer)}
          />
        )),
      )}
      {isNarrow &&
        rows.map(({ quantity, charts: [first] }) => (
          <Heading
            key={quantity}
            plot={{ ...first!.plot, columnLeft: 0, top: first!.plot.top - 16 }}
            title={networkWords().layerTitles[quantity]}
            note=""
          />
        ))}
    </div>
  );
}
