import { plannedSteps, stepsOfEpochs } from "../../experiment/budget";
import type { NetworkSpec } from "../../experiment/spec";
import { NumberField } from "../../ui/NumberField";
import { formatCount } from "../number-format/number-format";
import { useLab } from "../store-context/store-context";
import { ResetButton } from "./ResetButton";
import { wholeBetween } from "./refusals";
import { objectiveWords } from "../../words/en/objective";
import { Explain } from "../explain/Explain";

/** How a network is fed and for how long: batch, epochs, the steps these make or fewer, and the seed. */
export function NetworkNumbers({ spec }: { spec: NetworkSpec }) {
  const { actions } = useLab();
  const words = objectiveWords();
  const steps = plannedSteps(spec);
  const all = stepsOfEpochs(spec);
  return (
    <>
      <span className="objective-number">
        <Explain of="batch">{words.batch}</Explain>
        <NumberField
          label={words.batch}
          value={spec.batch}
          onCommit={(batch) => actions.setNetworkSpec({ batch })}
          refusalOf={wholeBetween(words.batch, 1, 1024)}
        />
      </span>
      <span className="objective-number">
        <Explain of="epoch">{words.epochs}</Explain>
        <NumberField
          label={words.epochs}
          value={spec.epochs}
          onCommit={(epochs) => actions.setNetworkSpec({ epochs })}
          refusalOf={wholeBetween(words.epochs, 1, 100)}
        />
      </span>
      <label>
        {words.steps}
        <NumberField
          label={words.steps}
          value={steps}
          onCommit={(typed) => actions.setNetworkSpec({ steps: typed === all ? undefined : typed })}
          refusalOf={(typed) =>
            typed > all && Number.isInteger(typed)
              ? words.stepsAtMost(formatCount(all))
              : wholeBetween(words.steps, 1, Math.min(all, 1_000_000))(typed)
          }
        />
        {steps < all && (
          <ResetButton
            label={words.trainForAll(formatCount(all))}
            onReset={() => actions.setNetworkSpec({ steps: undefined })}
          />
        )}
      </label>
      <label>
        {words.seed}
        <NumberField
          label={words.seed}
          value={spec.seed}
          onCommit={(seed) => actions.setNetworkSpec({ seed })}
          refusalOf={(value) => (Number.isSafeInteger(value) && value >= 0 ? undefined : words.seedFrom0)}
        />
      </label>
    </>
  );
}
