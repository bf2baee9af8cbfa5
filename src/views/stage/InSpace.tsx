import type { ReactNode } from "react";
import { CardsBeneath } from "./CardsBeneath";
import type { MapsProps } from "./maps";

type Props = Pick<MapsProps, "plan" | "runs" | "caption"> & {
  readonly picture: ReactNode;
};

/** One picture of all runs, their cards beneath. */
export function InSpace({ plan, runs, caption, picture }: Props) {
  return (
    <div
      className="stage-maps stage-maps-single"
      style={{
        gridTemplateColumns: "minmax(0, 1fr)",
        gridTemplateRows: `minmax(${plan.least}px, ${plan.greatest}px) auto`,
      }}
    >
      <div className="stage-map">{picture}</div>
      <CardsBeneath plan={plan} runs={runs} caption={caption} />
    </div>
  );
}
