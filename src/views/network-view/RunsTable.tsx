import { useRef, type ReactNode } from "react";
import type { NetworkSpec } from "../../experiment/spec";
import { resolveNetwork } from "../../networks/index";
import { layersOf } from "../../networks/layers";
import { settings } from "../../networks/settings";
import { useFrame } from "../playback/use-frame";
import { runLabels } from "../run-mark/labels";
import { isOfSpec } from "./network-data";
import { accuracyAt, type AccuracyKind } from "./readings";
import { parametersInWords, structureInWords } from "./structure";
import { WeightKey } from "./WeightKey";
import { WeightImages } from "./WeightImages";

type Props = {
  spec: NetworkSpec;
  caption: (index: number) => ReactNode;
  details?: ((index: number) => ReactNode) | undefined;
};

/** Units whose weights have room in a row. */
const shownUnits = 10;

/** A row a run: its caption, its accuracies at the cursor, and what its first layer looks for. */
export function RunsTable({ spec, caption, details }: Props) {
  const network = resolveNetwork(spec.network);
  const layers = layersOf(network, spec.hidden);
  const labels = runLabels(spec);
  const kinds = spec.fgsm > 0 ? allKinds : allKinds.slice(0, 2);
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
          {kinds.map((kind) => (
            <span key={kind} className="network-accuracy" data-kind={kind} title={columns[kind].hint}>
              {columns[kind].word}
            </span>
          ))}
          {kinds.length < allKinds.length && (
            <span className="network-note">
              {layers[0]!.units > shownUnits
                ? `weights, ${shownUnits} of ${layers[0]!.units}`
                : "first-layer weights"}
            </span>
          )}
          <WeightKey />
        </div>
      </div>
      {spec.runs.map((run, index) => (
        <div key={run.number} className="network-run" data-run={run.number}>
          <div className="network-caption">{caption(index)}</div>
          <div className="network-measured">
            {kinds.map((kind) => (
              <Accuracy key={kind} index={index} kind={kind} label={labels[index]!} />
            ))}
            <WeightImages index={index} label={labels[index]!} layer={layers[0]!} most={shownUnits} />
          </div>
          {details && <div className="network-details">{details(index)}</div>}
        </div>
      ))}
    </section>
  );
}

const activationWords = settings.activation.kind === "choice" ? settings.activation.words : {};

const allKinds = ["train", "test", "adversarial"] as const satisfies readonly AccuracyKind[];
const columns: Readonly<Record<AccuracyKind, { readonly word: string; readonly hint: string }>> = {
  train: { word: "train", hint: "percent right of the first 2,000 training images" },
  test: { word: "test", hint: "percent right of 10,000 images never trained on" },
  adversarial: {
    word: "attacked",
    hint: "percent right of 1,000 test images whose pixels were moved against the run",
  },
};

/** An accuracy in percent, as last measured at or before the cursor. */
function Accuracy({ index, kind, label }: { index: number; kind: AccuracyKind; label: string }) {
  const text = useRef<HTMLElement>(null);
  useFrame((state) => {
    if (!text.current) return;
    const accuracy = isOfSpec(state)
      ? accuracyAt(state.recording, index, state.playback.step, kind)
      : undefined;
    text.current.textContent = accuracy === undefined ? "" : (100 * accuracy).toFixed(1);
  });
  return (
    <span className="network-accuracy" data-kind={kind} title={`${label}: ${columns[kind].hint}`}>
      <b ref={text} />
    </span>
  );
}
