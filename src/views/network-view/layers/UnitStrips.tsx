import { trainMeasured } from "../../../experiment/frame";
import type { Layer } from "../../../networks/layers";
import type { Plot } from "../../charts/layout";
import { formatCount } from "../../number-format/number-format";
import { Marker } from "../../run-mark/RunMark";
import type { NamedRun } from "../network-data";
import { layerName } from "../structure";
import { unitGroups } from "./unit-groups";
import { UnitStrip } from "./UnitStrip";
import { networkWords } from "../../../words/en/network";

type Props = {
  readonly layers: readonly Layer[];
  readonly runs: readonly NamedRun[];
  /** Training images there are. */
  readonly images: number;
  /** Where the charts of each layer stand; the strips stand below them. */
  readonly plots: readonly Pick<Plot, "left" | "width">[];
};

/** A row a run: every unit of every hidden layer, and whether it still learns. */
export const UnitStrips = ({ layers, runs, images, plots }: Props) => (
  <div className="network-units">
    <p className="network-note">{networkWords().unitsNote(formatCount(Math.min(trainMeasured, images)))}</p>
    {runs.map((run) => (
      <div key={run.number} className="network-units-row" data-run={run.number}>
        <Marker run={run.number} />
        {unitGroups(layers).map((group, layer) => (
          <div key={layer} style={{ left: plots[layer]!.left, width: plots[layer]!.width }}>
            <UnitStrip run={run} group={group} name={layerName(layers, layer)} />
          </div>
        ))}
      </div>
    ))}
  </div>
);
