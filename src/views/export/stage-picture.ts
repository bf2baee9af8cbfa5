import { isSurfaceSpec, surfaceOf, type SurfaceSpec } from "../../experiment/spec";
import type { Point } from "../../surfaces/surface";
import { isShown, shownWindow, type State } from "../../store/store";
import { exportWords } from "../../words/en/export";
import { stageWords } from "../../words/en/stage";
import { said } from "../../words/speak";
import { arrange } from "../contour-map/arrangement";
import { divergedText } from "../contour-map/diverged-text";
import { drawnRuns, drawnStart, type DrawnRun } from "../contour-map/drawn-runs";
import { paintHead, paintNumerals, paintStart } from "../contour-map/paint-marks";
import { mostWithGhosts } from "../contour-map/paint-runs";
import { paintGhost, paintLeft, paintPath } from "../contour-map/paint-path";
import { minimumText, startText } from "../contour-map/place-words";
import { pens, type Brush } from "../contour-map/pen";
import { surfaceMapper, type SurfaceMap } from "../contour-map/surface-map";
import { aspectOf, isSmall, toPixel } from "../contour-map/viewport";
import { formatNumber } from "../number-format/number-format";
import { gutter, planOf } from "../stage/plan";
import type { Inks } from "./inks";
import { rule, write } from "./lettering";
import { axisHeight, paintAxis } from "./paint-axis";
import { paintLegend, type Outcome } from "./paint-legend";
import { paintRelief } from "./paint-relief";
import { headHeight, margin, paintFoot, paintHeading, footHeight, pageWidth } from "./page";
import type { Picture, Sheet } from "./sheet";
import { placeOf, runsInWords, type RunInWords } from "./words-of-run";

/** Height of a run's line over its map, or of its row. */
const captionHeight = 34;
/** One map of the picture, and the runs on it. */
type Lane = {
  readonly left: number;
  /** Of the captions; the map begins below them. */
  readonly top: number;
  readonly runs: readonly RunInWords[];
  /** Those with a marker on the axis beneath; undefined where there is none. */
  readonly onAxis: readonly RunInWords[] | undefined;
};

/** The maps of a surface with the paths of all runs shown, side by side or overlaid as the stage has them; undefined for a network. */
export function stagePicture(state: State, inks: Inks): Picture | undefined {
  const { spec } = state;
  if (!isSurfaceSpec(spec)) return undefined;
  const surface = surfaceOf(spec);
  const runs = runsInWords(spec).filter(({ number }) => isShown(state, number));
  const layout = state.view.layout === "split" ? "split" : "overlay";
  const plan = planOf(Math.max(1, runs.length), aspectOf(surface), pageWidth, layout);
  const width = (pageWidth - (plan.columns - 1) * gutter) / plan.columns;
  const mapHeight = plan.greatest;
  const map = surfaceMapper(surface, spec.parameters, width, mapHeight)(shownWindow(state));
  const lanes = lanesOf(
    plan.kind === "overlay" ? [runs] : runs.map((run) => [run]),
    plan.columns,
    mapHeight,
    width,
  );
  const bottom = Math.max(...lanes.map(({ top, runs }) => top + captionHeight * runs.length + mapHeight));
  const words = exportWords();
  return {
    width: pageWidth + 2 * margin,
    height: bottom + axisHeight + footHeight,
    label: words.stageOf(said(surface.name), runs.map(({ label }) => label).join(stageWords().comma)),
    paint(sheet, step) {
      const at = { ...state, playback: { ...state.playback, step } };
      paintHeading(
        sheet,
        inks,
        said(surface.name),
        words.from(placeOf(spec.start)),
        step,
        state.recording.steps,
      );
      for (const lane of lanes)
        sheet.at(lane.left, lane.top, () =>
          paintLane(sheet, inks, { at, map, spec, lane, isFirst: lane === lanes[0] }),
        );
      paintFoot(sheet, inks, state, bottom + axisHeight);
    },
  };
}

function lanesOf(
  groups: readonly (readonly RunInWords[])[],
  columns: number,
  mapHeight: number,
  width: number,
): Lane[] {
  const rowHeight = (i: number) => captionHeight * Math.max(1, groups[i]?.length ?? 1) + mapHeight;
  return groups.map((runs, i) => {
    const row = Math.floor(i / columns);
    return {
      left: margin + (i % columns) * (width + gutter),
      top: headHeight + row * (rowHeight(0) + gutter),
      runs,
      onAxis:
        i + columns >= groups.length
          ? groups.filter((_, k) => k % columns === i % columns).flat()
          : undefined,
    };
  });
}

type Painted = {
  readonly at: State;
  readonly map: SurfaceMap;
  readonly spec: SurfaceSpec;
  readonly lane: Lane;
  readonly isFirst: boolean;
};

function paintLane(sheet: Sheet, inks: Inks, { at, map, spec, lane, isFirst }: Painted): void {
  const { viewport } = map;
  const { width, height } = viewport;
  const drawnOf = (runs: readonly RunInWords[]) => drawnRuns(at, runs.map(({ number }) => number), viewport); // prettier-ignore
  const drawn = drawnOf(lane.runs);
  lane.runs.forEach((run, i) => {
    const one = drawn.find(({ number }) => number === run.number);
    sheet.at(0, captionHeight * (i + 1) - 12, () =>
      paintLegend(sheet, inks, run, one && outcomeOf(at, one), width),
    );
  });
  sheet.at(0, captionHeight * lane.runs.length, () => {
    sheet.clipped({ left: 0, top: 0, width, height }, () => {
      paintRelief(sheet, inks, map, true);
      paintPaths(sheet, inks, {
        map,
        drawn,
        start: drawnStart(at) ?? spec.start,
        steps: at.recording.steps,
        isNamed: isFirst,
      });
    });
    rule(sheet, `M0,0H${width}V${height}H0Z`, inks.rule2, 0.75);
    const { onAxis } = lane;
    if (onAxis) sheet.at(0, height, () => paintAxis(sheet, inks, viewport, drawnOf(onAxis)));
  });
}

function outcomeOf({ recording }: State, { index, step, diverged }: DrawnRun): Outcome {
  return diverged
    ? { text: divergedText(diverged), isError: true }
    : { text: `f = ${formatNumber(recording.lossAt(index, step))}`, isError: false };
}

type Paths = {
  readonly map: SurfaceMap;
  readonly drawn: readonly DrawnRun[];
  readonly start: Point;
  readonly steps: number;
  readonly isNamed: boolean;
};

/** What the stage's canvas shows, by the same strokes, each run's in a group of its own. */
function paintPaths(sheet: Sheet, inks: Inks, { map, drawn, start, steps, isNamed }: Paths): void {
  const { viewport, lowest } = map;
  const pen = isSmall(viewport) ? pens.small : pens.usual;
  const isSparse = drawn.length <= mostWithGhosts;
  const begun = toPixel(viewport, start);
  const told = { start: startText(start), minimum: lowest && drawn.length > 0 && minimumText(lowest) };
  const { startLabel, minimumLabel, numerals } = arrange(
    { ...map, readOut: undefined },
    drawn.map(({ trace }) => trace),
    begun,
    {
      start: isNamed ? told.start : undefined,
      minimum: (isNamed && told.minimum) || undefined,
      steps: isSparse && pen === pens.usual ? steps : undefined,
      numeralSize: pen.numeral,
    },
  );
  const brush: Brush = { context: sheet.context, shape: sheet.shape, colours: inks, pen };
  const each = (kind: string, paint: (run: DrawnRun, i: number) => void) =>
    drawn.forEach((run, i) => sheet.group({ class: kind, "data-run": run.number }, () => paint(run, i)));
  if (isSparse) each("ghost", (run) => paintGhost(brush, run));
  each("left", (run) => paintLeft(brush, run));
  each("path", (run) => paintPath(brush, run));
  paintStart(brush, begun);
  each("numerals", (run, i) => paintNumerals(brush, run, numerals[i] ?? []));
  each("head", (run) => paintHead(brush, run));
  const named = { size: 12, colour: inks.ink, align: "center" } as const;
  if (startLabel)
    write(sheet, inks, told.start, [startLabel[0], startLabel[1] + 4], { ...named, halo: inks.mapHigh });
  if (minimumLabel && told.minimum)
    write(sheet, inks, told.minimum, [minimumLabel[0], minimumLabel[1] + 4], {
      ...named,
      halo: inks.tint(0.35),
    });
}
