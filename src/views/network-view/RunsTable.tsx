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
import { networkWords } from "../../words/en/network";
import { said } from "../../words/speak";
import { Explain } from "../explain/Explain";

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
  const words = networkWords();
  const about = [...(layers.length > 1 ? [activationName(spec.activation)] : []), words.batch(spec.batch)];
  const kinds = spec.fgsm > 0 ? allKinds : allKinds.slice(0, 2);
  return (
    <section className="network-runs" aria-label={words.runsLabel}>
      <div className="network-runs-head">
        <h3>
          {words.runs}{" "}
          <span>
            {structureInWords(network, layers)}
            {about.map((one) => words.comma + one)}
            {words.comma}
            <Explain of="parameters">{parametersInWords(layers)}</Explain>
          </span>
        </h3>
        <div className="network-runs-columns">
          {kinds.map((kind) => (
            <span key={kind} className="network-accuracy" data-kind={kind} title={words.columns[kind].hint}>
              {words.columns[kind].word}
            </span>
          ))}
          {kinds.length < allKinds.length && (
            <span className="network-note">
              {layers[0]!.units > shownUnits
                ? words.weightsSome(shownUnits, layers[0]!.units)
                : words.firstLayerWeights}
            </span>
          )}
          <WeightKey isShort />
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

const activationName = (id: NetworkSpec["activation"]) =>
  settings.activation.kind === "choice" ? said(settings.activation.words[id]!) : id;

const allKinds = ["train", "test", "adversarial"] as const satisfies readonly AccuracyKind[];
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
    <span
      className="network-accuracy"
      data-kind={kind}
      title={`${label}: ${networkWords().columns[kind].hint}`}
    >
      <b ref={text} />
    </span>
  );
}
