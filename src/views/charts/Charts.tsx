import { useMemo } from "react";
import { isShown } from "../../store/store";
import { useSize } from "../../ui/use-size";
import { useLabState } from "../store-context/store-context";
import { ChartPanel } from "./ChartPanel";
import { ChartTitle } from "./ChartTitle";
import { columnsOf, layout, leastFigureHeight } from "./layout";
import { panelOf, type Quantity } from "./panel";
import { StepAxis } from "./StepAxis";
import { useRecorded } from "./use-recorded";
import { useScrub } from "./use-scrub";
import { chartsWords } from "../../words/en/charts";
import { labelLength } from "../run-mark/label-length";
import "./charts.css";

const all: readonly Quantity[] = ["loss", "gradient", "step", "rate"];

/** Room for the names at the lines' ends, in pixels: the longest name's, within limits. */
const labelRoom = (labels: readonly string[]) =>
  Math.max(44, Math.min(128, 16 + 6.8 * Math.max(0, ...labels.map(labelLength))));

/**
 * Charts of runs on a surface over one step axis; one crosshair runs through all. They fill the box they are given,
 * in two columns where it is wide. Pressing anywhere moves the cursor there.
 */
export function Charts({ quantities = all }: { quantities?: readonly Quantity[] }) {
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const recorded = useRecorded();
  const hidden = useLabState((state) => state.hidden);
  const logarithmic = useLabState(({ view }) => view.logarithmic);

  const drawn = useMemo(() => {
    const { recording, recordedSpec } = recorded;
    const isDrawn = (number: number) => isShown({ hidden }, number);
    return quantities.map((quantity) => panelOf(quantity, recording, recordedSpec, isDrawn, logarithmic));
  }, [quantities, recorded, hidden, logarithmic]);
  const room = labelRoom(
    drawn.flatMap(({ lines }) =>
      lines.flatMap(({ label, divergedAt }) => (divergedAt === undefined ? label : [])),
    ),
  );
  const plots = useMemo(
    () => layout(width, height, quantities.length, room),
    [quantities, width, height, room],
  );
  const { steps } = recorded.recording;
  const scrub = useScrub(plots, steps);
  const least = leastFigureHeight(quantities.length, columnsOf(width, quantities.length));

  return (
    <div ref={box} className="charts" style={{ minHeight: least }}>
      {width > 0 && (
        <>
          <svg
            role="img"
            aria-label={chartsWords().figure}
            className="charts-figure"
            width={width}
            height={Math.max(height, least)}
            {...scrub}
          >
            {drawn.map((panel, i) => (
              <ChartPanel
                key={panel.quantity}
                panel={panel}
                plot={plots[i]!}
                steps={steps}
                names={plots[i]!.isFirst || panel.quantity === "rate"}
              />
            ))}
            {plots
              .filter(({ isLast }) => isLast)
              .map((plot) => (
                <StepAxis key={plot.left} plot={plot} steps={steps} />
              ))}
          </svg>
          {drawn.map((panel, i) => (
            <ChartTitle key={panel.quantity} panel={panel} plot={plots[i]!} />
          ))}
        </>
      )}
    </div>
  );
}
