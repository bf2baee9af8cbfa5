import { plannedSteps, stepsOfEpochs } from "../../experiment/budget";
import type { NetworkSpec } from "../../experiment/spec";
import { NumberField } from "../../ui/NumberField";
import { formatCount } from "../number-format/number-format";
import { useLab } from "../store-context/store-context";
import { ResetButton } from "./ResetButton";
import { wholeBetween } from "./refusals";

/** How a network is fed and for how long: batch, epochs, the steps these make or fewer, and the seed. */
export function NetworkNumbers({ spec }: { spec: NetworkSpec }) {
  const { actions } = useLab();
  const steps = plannedSteps(spec);
  const all = stepsOfEpochs(spec);
  return (
    <>
      <label>
        batch
        <NumberField
          label="batch"
          value={spec.batch}
          onCommit={(batch) => actions.setNetworkSpec({ batch })}
          refusalOf={wholeBetween("batch", 1, 1024)}
        />
      </label>
      <label>
        epochs
        <NumberField
          label="epochs"
          value={spec.epochs}
          onCommit={(epochs) => actions.setNetworkSpec({ epochs })}
          refusalOf={wholeBetween("epochs", 1, 100)}
        />
      </label>
      <label>
        steps
        <NumberField
          label="steps"
          value={steps}
          onCommit={(typed) => actions.setNetworkSpec({ steps: typed === all ? undefined : typed })}
          refusalOf={(typed) =>
            typed > all && Number.isInteger(typed)
              ? `steps must be at most ${formatCount(all)}, which the epochs take`
              : wholeBetween("steps", 1, Math.min(all, 1_000_000))(typed)
          }
        />
        {steps < all && (
          <ResetButton
            label={`train for all ${formatCount(all)} steps of the epochs`}
            onReset={() => actions.setNetworkSpec({ steps: undefined })}
          />
        )}
      </label>
      <label>
        seed
        <NumberField
          label="seed"
          value={spec.seed}
          onCommit={(seed) => actions.setNetworkSpec({ seed })}
          refusalOf={(value) =>
            Number.isSafeInteger(value) && value >= 0 ? undefined : "seed must be a whole number from 0"
          }
        />
      </label>
    </>
  );
}
