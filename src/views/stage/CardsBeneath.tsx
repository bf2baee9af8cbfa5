import type { MapsProps } from "./maps";
import { beneath } from "./plan";

/** The cards of all runs beneath the one map of them. */
export function CardsBeneath({ plan, runs, caption }: Pick<MapsProps, "plan" | "runs" | "caption">) {
  if (!caption || runs.length === 0) return null;
  const cards = beneath(plan, runs.length);
  return (
    <div className="stage-rows" style={cards.style}>
      {runs.map(({ index, number }) => (
        <div key={number}>{caption(index, cards.caption)}</div>
      ))}
    </div>
  );
}
