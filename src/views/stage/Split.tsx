import { Fragment } from "react";
import { ContourMap } from "../contour-map/ContourMap";
import { gutter, rowsOf, type Plan } from "./plan";
import { mapLabel, type MapsProps, type StagedRun } from "./maps";
import { XAxis } from "./XAxis";

/** One map a run, in step: stacked over one x axis, or in two columns along one y axis. */
export function Split({ plan, runs, start, map, cell, caption, controls }: MapsProps) {
  const { columns } = plan;
  const isStack = columns === 1;
  const shown = runs.filter((run) => run.isShown);
  // In a stack the card of a hidden run keeps its place; between two columns it would leave a hole.
  const placed = isStack ? runs : shown;
  const beneath = isStack ? [] : runs.filter((run) => !run.isShown);
  return (
    <div className={isStack ? "stage-maps stage-maps-single" : "stage-maps"} style={gridOf(plan, placed)}>
      {placed.map((run, i) => {
        const isFirst = run === shown[0];
        const isLast = isStack ? run === shown.at(-1) : i + columns >= placed.length;
        const beside = shown.filter((_, k) => k % columns === i % columns);
        return (
          <Fragment key={run.number}>
            <div
              style={{ ...placeOf(i, 0, columns), marginTop: i < columns ? 0 : plan.isNarrow ? 4 : gutter }}
            >
              {caption?.(run.index, plan.caption)}
            </div>
            {run.isShown && (
              <div className="stage-map" ref={isFirst ? cell : undefined} style={placeOf(i, 1, columns)}>
                {map && (
                  <ContourMap
                    map={map}
                    runs={[run]}
                    start={start}
                    isFirst={isFirst}
                    hasTicks={i % columns === 0}
                    label={mapLabel(map, [run], start)}
                    controls={isFirst && controls}
                  />
                )}
              </div>
            )}
            {isLast && (
              <div className="stage-axis-place" style={placeOf(i, 2, columns)}>
                {map && (
                  <XAxis
                    viewport={map.viewport}
                    runs={(isStack ? shown : beside).map(({ number }) => number)}
                  />
                )}
              </div>
            )}
          </Fragment>
        );
      })}
      {beneath.length > 0 && (
        <div className="stage-rows" style={{ ...rowsOf(plan.rowColumns), gridColumn: "1 / -1" }}>
          {beneath.map(({ index, number }) => (
            <div key={number}>{caption?.(index, "row")}</div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Card, map and axis of each line of maps: the maps share what height there is, the cards take what they need. */
const gridOf = ({ columns, least, greatest }: Plan, placed: readonly StagedRun[]) => {
  const lines = Array.from({ length: Math.ceil(placed.length / columns) }, (_, line) =>
    placed.slice(line * columns, (line + 1) * columns),
  );
  return {
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    gridTemplateRows: lines
      .map(
        (line) => `auto ${line.some((run) => run.isShown) ? `minmax(${least}px, ${greatest}px)` : "0"} auto`,
      )
      .join(" "),
    columnGap: gutter,
  };
};

const placeOf = (i: number, part: number, columns: number) => ({
  gridColumn: (i % columns) + 1,
  gridRow: 3 * Math.floor(i / columns) + part + 1,
});
