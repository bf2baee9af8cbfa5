import { useEffect, useRef } from "react";
import { widestHidden } from "../../experiment/read-spec";
import type { NetworkSpec } from "../../experiment/spec";
import { NumberField } from "../../ui/NumberField";
import { useLab } from "../store-context/store-context";
import { wholeBetween } from "./refusals";

/** The units of each hidden layer, to be typed; layers are added at the end and taken away anywhere, but for the last. */
export function HiddenLayers({ spec: { hidden }, most }: { spec: NetworkSpec; most: number }) {
  const { actions } = useLab();
  const root = useRef<HTMLDivElement>(null);
  /** Where the focus goes once the layers are others: the button pressed may be gone with its layer. */
  const next = useRef<"last" | "add">(undefined);
  useEffect(() => {
    const targets = next.current === "last" ? "input" : ".hidden-layers-add";
    if (next.current) [...root.current!.querySelectorAll<HTMLElement>(targets)].at(-1)?.focus();
    next.current = undefined;
  }, [hidden]);

  const set = (layers: readonly number[]) => actions.setNetworkSpec({ hidden: layers });
  return (
    <div className="hidden-layers" role="group" aria-label="hidden layers" ref={root}>
      hidden
      {hidden.map((units, i) => (
        <span key={i} className="hidden-layers-layer">
          <NumberField
            label={`units of hidden layer ${i + 1}`}
            value={units}
            onCommit={(typed) => set(hidden.with(i, typed))}
            refusalOf={wholeBetween(`hidden layer ${i + 1}`, 1, widestHidden)}
          />
          {hidden.length > 1 && (
            <button
              type="button"
              aria-label={`remove hidden layer ${i + 1}`}
              title="remove this layer"
              onClick={() => {
                next.current = "add";
                set(hidden.toSpliced(i, 1));
              }}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {hidden.length < most && (
        <button
          type="button"
          className="hidden-layers-add"
          aria-label="add a hidden layer"
          title="add a hidden layer"
          onClick={() => {
            next.current = "last";
            set([...hidden, hidden.at(-1)!]);
          }}
        >
          +
        </button>
      )}
    </div>
  );
}
