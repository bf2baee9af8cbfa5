import { formatTick } from "../../number-format/number-format";
import type { LossColours } from "./loss-colours";

/** Which colour is which true training loss. */
export const LossKey = ({ losses }: { losses: LossColours }) => (
  <span className="network-loss-key">
    training loss
    {losses.levels.map((level) => (
      <span key={level}>
        <i style={{ background: losses.colourOf(level) }} />
        {formatTick(level)}
      </span>
    ))}
  </span>
);
