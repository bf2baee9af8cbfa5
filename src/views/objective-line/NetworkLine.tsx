import type { NetworkSpec } from "../../experiment/spec";
import { resolveNetwork } from "../../networks/index";
import { NumberField } from "../../ui/NumberField";
import { useLab } from "../store-context/store-context";
import "./objective-line.css";

/** A network's name and budget. */
export function NetworkLine({ spec }: { spec: NetworkSpec }) {
  const { actions } = useLab();
  const whole = (name: string, most: number) => (value: number) =>
    Number.isInteger(value) && value >= 1 && value <= most
      ? undefined
      : `${name} must be a whole number from 1 to ${most}`;
  return (
    <section className="objective-line objective-network" aria-label="network">
      <h2>{resolveNetwork(spec.network).name}</h2>
      <div className="objective-numbers">
        <label>
          batch
          <NumberField
            label="batch"
            value={spec.batch}
            onCommit={(batch) => actions.setNetworkSpec({ batch })}
            refusalOf={whole("batch", 1024)}
          />
        </label>
        <label>
          epochs
          <NumberField
            label="epochs"
            value={spec.epochs}
            onCommit={(epochs) => actions.setNetworkSpec({ epochs })}
            refusalOf={whole("epochs", 100)}
          />
        </label>
        <label>
          seed
          <NumberField
            label="seed"
            value={spec.seed}
            onCommit={(seed) => actions.setSpec({ ...spec, seed })}
            refusalOf={(value) =>
              Number.isInteger(value) && value >= 0 ? undefined : "seed must be a whole number from 0"
            }
          />
        </label>
      </div>
    </section>
  );
}
