import { Fragment } from "react";
import { widestHidden } from "../../experiment/read-spec";
import type { NetworkSpec } from "../../experiment/spec";
import { NumberField } from "../../ui/NumberField";
import { useLab } from "../store-context/store-context";
import { wholeBetween } from "./refusals";
import { objectiveWords } from "../../words/en/objective";
import { Explain } from "../explain/Explain";

/** The units of each hidden layer, to be typed; the last layer is taken away, or one like it set behind it. */
export function HiddenLayers({ spec: { hidden }, most }: { spec: NetworkSpec; most: number }) {
  const { actions } = useLab();
  const words = objectiveWords();
  const set = (layers: readonly number[]) => actions.setNetworkSpec({ hidden: layers });
  // What cannot be pressed keeps the focus: it may just have been pressed for the last time.
  const button = (sign: string, name: string, isPossible: boolean, layers: readonly number[]) => (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={!isPossible}
      onClick={() => isPossible && set(layers)}
    >
      {sign}
    </button>
  );
  return (
    <div className="hidden-layers" role="group" aria-label={words.hiddenLayers}>
      <Explain of="layers">{words.hidden}</Explain>
      {hidden.map((units, i) => (
        <Fragment key={i}>
          {i > 0 && "–"}
          <NumberField
            label={words.unitsOf(i + 1)}
            value={units}
            onCommit={(typed) => set(hidden.with(i, typed))}
            refusalOf={wholeBetween(words.hiddenLayer(i + 1), 1, widestHidden)}
          />
        </Fragment>
      ))}
      {button("−", words.removeHidden, hidden.length > 1, hidden.slice(0, -1))}
      {button("+", words.addHidden, hidden.length < most, [...hidden, hidden.at(-1)!])}
    </div>
  );
}
