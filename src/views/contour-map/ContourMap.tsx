import type { ReactNode } from "react";
import type { Point } from "../../surfaces/surface";
import { DivergedNote } from "./DivergedNote";
import type { SurfaceMap } from "./surface-map";
import type { Name } from "./LeaderLabels";
import { PathLayer } from "./PathLayer";
import { ReadOut } from "./ReadOut";
import { Relief } from "./Relief";
import { StartHandle } from "./StartHandle";
import { useStartDrag } from "./use-start-drag";
import { isSmall } from "./viewport";
import { stageWords } from "../../words/en/stage";
import "./contour-map.css";

type Props = {
  readonly map: SurfaceMap;
  readonly runs: readonly Name[];
  readonly start: Point;
  /** The first of several maps names the start and the minimum, and holds the start's handle for the keyboard. */
  readonly isFirst: boolean;
  readonly hasTicks: boolean;
  /** The names of runs that are all on one map, at its edges. */
  readonly leaders?: ReactNode;
  /** What the map is of, for those who cannot see it. */
  readonly label: string;
  /** Stands in a corner of the map. */
  readonly controls?: ReactNode;
  /** Laid over the middle of the map. */
  readonly children?: ReactNode;
};

/** A surface as a map, with the paths of some runs on it; pressing or dragging sets their start. */
export function ContourMap({
  map,
  runs,
  start,
  isFirst,
  hasTicks,
  leaders,
  label,
  controls,
  children,
}: Props) {
  const { viewport, readOut } = map;
  const { width, height } = viewport;
  const drag = useStartDrag(viewport);
  const hasLeaders = leaders !== undefined;
  const single = !hasLeaders && runs.length === 1 ? runs[0] : undefined;
  return (
    <div
      className="contour-map"
      role="group"
      aria-label={stageWords().mapKeys}
      tabIndex={isFirst ? 0 : -1}
      style={{ width, height }}
      {...drag}
    >
      {/* While a gesture goes on, what was drawn is moved; drawn anew it stands at rest again. */}
      <div className="contour-map-moving" data-moving>
        <div role="img" aria-label={label}>
          <Relief map={map} hasTicks={hasTicks && !isSmall(viewport)} />
        </div>
        <PathLayer
          map={map}
          runs={runs.map(({ number }) => number)}
          isNamed={isFirst && !(hasLeaders && isSmall(viewport))}
        />
        <StartHandle viewport={viewport} start={start} isFocusable={isFirst} />
      </div>
      <svg className="contour-map-layer" width={width} height={height} aria-hidden="true">
        {single && readOut && <ReadOut viewport={viewport} baseLine={readOut.baseLine} run={single.number} />}
        {single && <DivergedNote viewport={viewport} run={single.number} />}
        {leaders}
      </svg>
      {controls}
      {children !== undefined && <div className="contour-map-middle">{children}</div>}
    </div>
  );
}
