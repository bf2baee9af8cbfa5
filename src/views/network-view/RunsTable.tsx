import { useRef, type ReactNode } from "react";
import type { NetworkSpec } from "../../experiment/spec";
import { resolveNetwork } from "../../networks/index";
import { layersOf } from "../../networks/layers";
import { settings } from "../../networks/settings";
import { useFrame } from "../playback/use-frame";
import { runLabels } from "../run-mark/labels";
import { isRecordingOf } from "./network-data";
import { accuracyAt } from "./readings";
import { parametersInWords, structureInWords } from "./structure";
import { WeightKey } from "./WeightKey";
import { WeightImages } from "./WeightImages";

type Props = {
  spec: NetworkSpec;
  caption: (index: number) => ReactNode;
  details?: ((index: number) => ReactNode) | undefined;
};

/** A row a run: its caption, its test accuracy at the cursor, and what its first layer looks for. */
export function RunsTable({ spec, caption, details }: Props) {
  const network = resolveNetwork(spec.network);
  const layers = layersOf(network, spec.hidden);
  const labels = runLabels(spec);
  return (
    <section className="network-runs" aria-label="runs">
      <div className="network-runs-head">
        <h3>
          Runs{" "}
          <span>
            {structureInWords(network, layers)}
            {layers.length > 1 && `, ${activationWords[spec.activation]}`}, batch {spec.batch},{" "}
            {parametersInWords(layers)}
          </span>
        </h3>
        <div className="network-runs-columns">
          <span className="network-accuracy">test</span>
          <span className="network-note">first-layer weights</span>
          <WeightKey />
        </div>
      </div>
      {spec.runs.map((run, index) => (
        <div key={run.number} className="network-run" data-run={run.number}>
          <div className="network-caption">{caption(index)}</div>
          <div className="network-measured">
            <Accuracy index={index} />
            <WeightImages index={index} label={labels[index]!} layer={layers[0]!} most={10} />
          </div>
          {details && <div className="network-details">{details(index)}</div>}
        </div>
      ))}
    </section>
  );
}

const activationWords = settings.activation.kind === "choice" ? settings.activation.words : {};

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
