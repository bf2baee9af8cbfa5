import type { ReactNode } from "react";
import type { Point, Surface } from "../../surfaces/surface";
import type { Name } from "../contour-map/LeaderLabels";

/** What a picture of a surface in space is handed. */
export type SpaceProps = {
  readonly surface: Surface;
  readonly parameters: Readonly<Record<string, number>>;
  /** The runs that are not hidden. */
  readonly runs: readonly Name[];
  readonly start: Point;
  /** The invitation in the middle where there are no runs. */
  readonly empty: ReactNode;
};
