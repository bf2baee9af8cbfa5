import { formatTick } from "../../number-format/number-format";
import type { LossColours } from "./loss-colours";
import { networkWords } from "../../../words/en/network";

/** Which colour is which true training loss. */
export const LossKey = ({ losses }: { losses: LossColours }) => (
  <span className="network-loss-key">
    {networkWords().trainingLoss}
    {losses.levels.map((level) => (
      <span key={level}>
        <i style={{ background: losses.colourOf(level) }} />
        {formatTick(level)}
      </span>
    ))}
  </span>
);
