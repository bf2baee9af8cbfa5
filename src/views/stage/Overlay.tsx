import { ContourMap } from "../contour-map/ContourMap";
import { LeaderLabels } from "../contour-map/LeaderLabels";
import { CardsBeneath } from "./CardsBeneath";
import { mapLabel, type MapsProps } from "./maps";
import { XAxis } from "./XAxis";

/** One map of all runs, their names on leaders from their heads, their cards beneath. */
export function Overlay({ plan, runs, start, map, cell, caption, empty, controls }: MapsProps) {
  const shown = runs.filter((run) => run.isShown);
  return (
    <div
      className="stage-maps stage-maps-single"
      style={{
        gridTemplateColumns: "minmax(0, 1fr)",
        gridTemplateRows: `minmax(${plan.least}px, ${plan.greatest}px) auto auto`,
      }}
    >
      <div className="stage-map" ref={cell}>
        {map && (
          <ContourMap
            map={map}
            runs={shown}
            start={start}
            isFirst
            hasTicks
            leaders={<LeaderLabels viewport={map.viewport} controls={map.controls} names={shown} />}
            label={mapLabel(map, shown, start)}
            controls={controls}
          >
            {empty}
          </ContourMap>
        )}
      </div>
      <div className="stage-axis-place">
        {map && <XAxis viewport={map.viewport} runs={shown.map(({ number }) => number)} />}
      </div>
      <CardsBeneath plan={plan} runs={runs} caption={caption} />
    </div>
  );
}
