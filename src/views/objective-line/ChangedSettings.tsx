import { changedInWords } from "./changed-in-words";
import type { NetworkSpec } from "../../experiment/spec";
import { settings } from "../../networks/settings";
import { useLab } from "../store-context/store-context";
import { objectiveWords } from "../../words/en/objective";

/** What is set otherwise than usual, in words, each to be put back. */
export function ChangedSettings({ spec }: { spec: NetworkSpec }) {
  const { actions } = useLab();
  const changed = changedInWords(spec);
  if (changed.length === 0) return null;
  return (
    <ul className="changed-settings" role="list" aria-label={objectiveWords().changed}>
      {changed.map(({ name, words }) => (
        <li key={name}>
          {words}
          <button
            type="button"
            aria-label={objectiveWords().backTo(words)}
            title={objectiveWords().back}
            onClick={() => actions.setNetworkSpec({ [name]: settings[name].value })}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
