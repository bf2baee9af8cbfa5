import type { ReactNode } from "react";
import type { MapsProps } from "./maps";
import { beneath } from "./plan";

type Props = Pick<MapsProps, "plan" | "runs" | "caption"> & {
  readonly picture: ReactNode;
};

/** One picture of all runs, their cards beneath. */
export function InSpace({ plan, runs, caption, picture }: Props) {
  const cards = beneath(plan, runs.length);
  return (
    <div
      className="stage-maps stage-maps-single"
      style={{
        gridTemplateColumns: "minmax(0, 1fr)",
        gridTemplateRows: `minmax(${plan.least}px, ${plan.greatest}px) auto`,
      }}
    >
      <div className="stage-map">{picture}</div>
      {caption && runs.length > 0 && (
        <div className="stage-rows" style={cards.style}>
          {runs.map(({ index, number }) => (
            <div key={number}>{caption(index, cards.caption)}</div>
          ))}
        </div>
      )}
    </div>
  );
}
