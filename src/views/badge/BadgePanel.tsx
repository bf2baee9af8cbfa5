import { backendChoices, isSurfaceSpec } from "../../experiment/spec";
import type { ComputedBy } from "../../store/store";
import { MenuItem } from "../../ui/Menu";
import { badgeWords } from "../../words/en/badge";
import { badgePanelWords } from "../../words/en/badge-panel";
import { Explain } from "../explain/Explain";
import { useLab, useLabState } from "../store-context/store-context";
import { Rate } from "./Rate";

/** What the badge tells once it is opened: adapter, reason and rate, and what else could compute. */
export function BadgePanel({ by }: { by: ComputedBy | undefined }) {
  const { actions } = useLab();
  const words = badgePanelWords();
  const choice = useLabState(({ spec }) => spec.backend);
  const isSurface = useLabState(({ spec }) => isSurfaceSpec(spec));
  // TensorFlow.js computes networks only.
  const choices = backendChoices.filter((backend) => backend !== "tfjs" || !isSurface || choice === "tfjs");
  return (
    <>
      <dl className="badge-facts">
        <dt>{words.backend}</dt>
        <dd>{by ? by.backend : badgeWords().starting}</dd>
        <dt>{words.adapter}</dt>
        <dd>{by ? by.adapter : words.notAsked}</dd>
        <dt>{words.precision}</dt>
        <dd>{by ? by.precision : words.notKnown}</dd>
        <dt>{words.rate}</dt>
        <dd>
          <Rate />
          {words.together}
        </dd>
      </dl>
      <p className="badge-explain">
        <Explain of="acceleration">{words.acceleration}</Explain>
      </p>
      {by?.note !== undefined && <p className="badge-note">{badgeWords().reason(by.note)}</p>}
      {choices.map((backend) => (
        <MenuItem
          key={backend}
          name={words.names[backend]}
          note={words.notes[backend]}
          isCurrent={backend === choice}
          onChoose={() => actions.setBackend(backend)}
        />
      ))}
    </>
  );
}
