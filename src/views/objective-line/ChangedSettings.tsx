import { changedSettings } from "../../experiment/changed-settings";
import type { NetworkSpec } from "../../experiment/spec";
import { settings } from "../../networks/settings";
import { useLab } from "../store-context/store-context";

/** What is set otherwise than usual, in words, each to be put back. */
export function ChangedSettings({ spec }: { spec: NetworkSpec }) {
  const { actions } = useLab();
  const changed = changedSettings(spec);
  if (changed.length === 0) return null;
  return (
    <ul className="changed-settings" role="list" aria-label="changed settings">
      {changed.map(({ name, words }) => (
        <li key={name}>
          {words}
          <button
            type="button"
            aria-label={`back to the usual: ${words}`}
            title="back to the usual"
            onClick={() => actions.setNetworkSpec({ [name]: settings[name].value })}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
