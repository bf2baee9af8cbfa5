import { useRef, type ReactNode } from "react";
import type { NetworkSpec } from "../../experiment/spec";
import { layerSizes, parameterCount } from "../../networks/network";
import { resolveNetwork } from "../../networks/index";
import { formatCount } from "../number-format/number-format";
import { useFrame } from "../playback/use-frame";
import { runLabels } from "../run-mark/labels";
import { isRecordingOf } from "./network-data";
import { accuracyAt } from "./readings";
import { WeightImages } from "./WeightImages";

type Props = {
  spec: NetworkSpec;
  caption: (index: number) => ReactNode;
  details?: ((index: number) => ReactNode) | undefined;
};

/** A row a run: its caption, its test accuracy at the cursor, and what its first layer looks for. */
export function RunsTable({ spec, caption, details }: Props) {
  const network = resolveNetwork(spec.network);
  const sizes = layerSizes(network, spec.hidden);
  const labels = runLabels(spec);
  const hasImages = network.inputs === 784;
  return (
    <section className="network-runs" aria-label="runs">
      <div className="network-runs-head">
        <h3>
          Runs{" "}
          <span>
            {sizes.join("–")}, {network.activation === "relu" ? "ReLU" : network.activation}, batch{" "}
            {spec.batch}, {formatCount(parameterCount(sizes))} parameters
          </span>
        </h3>
        <div className="network-runs-columns">
          <span className="network-accuracy">test</span>
          {hasImages && (
            <span className="network-key">
              first-layer weights <i className="network-against" /> against <i className="network-for" /> for
            </span>
          )}
        </div>
      </div>
      {spec.runs.map((run, index) => (
        <div key={run.number} className="network-run" data-run={run.number}>
          <div className="network-caption">{caption(index)}</div>
          <div className="network-measured">
            <Accuracy index={index} />
            {hasImages && <WeightImages index={index} label={labels[index]!} units={sizes[1]!} />}
          </div>
          {details && <div className="network-details">{details(index)}</div>}
        </div>
      ))}
    </section>
  );
}

/** Test accuracy in percent, as last measured at or before the cursor. */
function Accuracy({ index }: { index: number }) {
  const text = useRef<HTMLElement>(null);
  useFrame(({ playback, recording, recordedSpec }) => {
    if (!text.current) return;
    const accuracy = isRecordingOf(recording, recordedSpec)
      ? accuracyAt(recording, index, playback.step)
      : undefined;
    text.current.textContent = accuracy === undefined ? "" : (100 * accuracy).toFixed(1);
  });
  return <b ref={text} className="network-accuracy" />;
}
