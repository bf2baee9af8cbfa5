import { useMemo, useRef } from "react";
import { useSize } from "../../ui/use-size";
import { useLab } from "../store-context/store-context";
import { ChartPanel } from "./ChartPanel";
import { ChartTitle } from "./ChartTitle";
import { columnsOf, layout, leastFigureHeight } from "./layout";
import type { Panel } from "./panel";
import type { Span } from "./span";
import { measuredWidth } from "./measured-width";
import { StepAxis } from "./StepAxis";
import { useBrush } from "./use-brush";
import { useScrub } from "./use-scrub";
import { chartsWords } from "../../words/en/charts";

/** Room for the names at the lines' ends, in pixels: the longest name's, within limits. */
function labelRoom(panels: readonly Panel[]): number {
  const named = panels.flatMap(({ lines }) => lines.filter(({ divergedAt }) => divergedAt === undefined));
  const labels = new Set(named.map(({ label }) => label));
  return Math.max(44, Math.min(160, 12 + Math.max(0, ...[...labels].map(measuredWidth))));
}

type Props = {
  readonly panels: readonly Panel[];
  readonly span: Span;
  readonly steps: number;
  /** Whether the lines have names at their ends. */
  readonly isNamed: boolean;
};

/**
 * Panels over one step axis; one crosshair runs through all. They fill the box they are given, in two columns where it
 * is wide. Pressing anywhere moves the cursor there; with Shift, a drag zooms to the steps it covers.
 */
export function ChartsFigure({ panels, span, steps, isNamed }: Props) {
  const { actions } = useLab();
  const [box, { width, height } = { width: 0, height: 0 }] = useSize<HTMLDivElement>();
  const mark = useRef<SVGRectElement>(null);
  const room = useMemo(() => (isNamed ? labelRoom(panels) : 8), [isNamed, panels]);
  const plots = useMemo(
    () => layout(width, height, panels.length, room),
    [panels.length, width, height, room],
  );
  const scrub = useScrub(plots, steps, span);
  const brush = useBrush(plots, { span, steps }, scrub, mark, (span) => actions.setView({ span }));
  const least = leastFigureHeight(panels.length, columnsOf(width, panels.length));

  return (
    <div ref={box} className="charts-box" style={{ minHeight: least }}>
      {width > 0 && (
        <>
          <svg
            role="img"
            aria-label={chartsWords().figure}
            className="charts-figure"
            width={width}
            height={Math.max(height, least)}
            {...brush}
          >
            {panels.map((panel, i) => (
              <ChartPanel
                key={panel.quantity}
                panel={panel}
                plot={plots[i]!}
                steps={steps}
                span={span}
                names={isNamed && (plots[i]!.isFirst || panel.quantity === "rate")}
              />
            ))}
            {plots
              .filter(({ isLast }) => isLast)
              .map((plot) => (
                <StepAxis key={plot.left} plot={plot} steps={steps} span={span} />
              ))}
            <rect ref={mark} className="charts-brush" width={0} />
          </svg>
          {panels.map((panel, i) => (
            <ChartTitle key={panel.quantity} panel={panel} plot={plots[i]!} />
          ))}
        </>
      )}
    </div>
  );
}
