import { useLayoutEffect, useMemo, useRef } from "react";
import { isShown, type State } from "../../store/store";
import { usePixelRatio } from "../../ui/use-pixel-ratio";
import { useSize } from "../../ui/use-size";
import { coloursAt, type Colours } from "../contour-map/colours";
import { markDrawn } from "../contour-map/drawn-mark";
import { drawnRuns, drawnStart } from "../contour-map/drawn-runs";
import { LeaderGroups } from "../contour-map/LeaderLabels";
import { clear } from "../contour-map/paint-runs";
import { pens } from "../contour-map/pen";
import { isOn, toPixel } from "../contour-map/viewport";
import { runsInWords } from "../playback/position-words";
import { useFrame } from "../playback/use-frame";
import { mapLabel } from "../stage/maps";
import { useLab } from "../store-context/store-context";
import { useTheme } from "../theme/use-theme";
import { axisMarks, axisPlaces } from "./axes";
import { sightOf, type Sight } from "./camera";
import type { HeightField } from "./height-field";
import { MapInstead } from "./MapInstead";
import { paintPoints } from "./paint-points";
import { headOf, paintSpace, seenAt } from "./paint-space";
import { seenPaths } from "./seen-paths";
import { SpaceAxes, writeAxes } from "./SpaceAxes";
import type { SpaceProps } from "./space-props";
import { spaceWords } from "../../words/en/space";
import { stageWords } from "../../words/en/stage";
import type { Turning } from "./turning";
import { useOnTurn } from "./use-on-turn";
import { useOrbit } from "./use-orbit";
import { useScene } from "./use-scene";
import { writeNames } from "./write-names";

type Props = SpaceProps & {
  readonly field: HeightField;
  readonly turning: Turning;
};

/** More paths than this, and ghosts would be a thicket. */
const mostWithGhosts = 2;
/** Higher than wide pictures of this width are a phone's: lines and marks on them are thinner. */
const small = 420;

/** The picture itself: the surface drawn by the graphics card, on it a canvas with the paths, on that the words. */
export function SpacePicture({ surface, runs, start, empty, field, turning }: Props) {
  const { store } = useLab();
  const [place, size] = useSize<HTMLDivElement>();
  const { width = 0, height = 0 } = size ?? {};
  const density = Math.min(2, usePixelRatio());
  const theme = useTheme();
  const { host, scene, isMissing } = useScene(field, theme);
  const view = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const axes = useRef<SVGGElement>(null);
  const names = useRef(new Map<number, SVGGElement>());
  const sight = useRef<Sight>(undefined);
  /** What the surface was last drawn for: a slider's move changes the paths alone. */
  const lastSeen = useRef<readonly unknown[]>([]);
  const colours = useRef<Colours>(undefined);
  const marks = useMemo(() => axisMarks(field.viewport), [field]);
  const paths = useMemo(() => seenPaths(field), [field]);
  const handlers = useOrbit(view, turning);
  const label = mapLabel(
    { surface, viewport: field.viewport, minima: surface.minima },
    runs,
    start,
    stageWords().inSpace,
  );

  const see = () => {
    if (!scene.current || width < 1 || height < 1) return;
    sight.current = sightOf(turning.now(), field.viewport, width, height);
    scene.current.render(sight.current, density);
    if (axes.current) writeAxes(axes.current, axisPlaces(marks, field.viewport, sight.current));
  };

  const paint = (state: State) => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context || !sight.current) return;
    const { current: seen } = sight;
    const brush = {
      context,
      colours: (colours.current ??= coloursAt(canvas.current)),
      pen: width < small ? pens.small : pens.usual,
    };
    const drawn = drawnRuns(state, runs.map(({ number }) => number), field.viewport); // prettier-ignore
    const heads = drawn.map((run) => headOf(run, field, seen));
    const from = toPixel(field.viewport, drawnStart(state) ?? start);
    clear(canvas.current, context, { width, height });
    paintPoints(brush, surface, field, seen);
    paintSpace(
      brush,
      drawn.map((run) => ({ run, path: paths(run.trace, seen) })),
      heads,
      isOn(field.viewport, from) ? seenAt(field, seen, from) : undefined,
      runs.length <= mostWithGhosts,
    );

    writeNames(names.current, drawn, heads, runs, { width, height });
    // Nobody hears sixty losses a second.
    if (!state.playback.playing) {
      const { recordedSpec, recording, playback } = state;
      const losses = runsInWords(recordedSpec, recording, Math.floor(playback.step), (number) => isShown(state, number)); // prettier-ignore
      picture.current?.setAttribute("aria-label", [label, losses].filter(Boolean).join(". "));
    }
    if (drawn.length > 0) markDrawn(state.recording);
  };

  useLayoutEffect(() => {
    colours.current = undefined;
  }, [theme]);
  useLayoutEffect(() => {
    const key = [scene.current, field, width, height, density, theme];
    if (key.every((part, i) => part === lastSeen.current[i])) return;
    lastSeen.current = key;
    see();
  });
  useFrame(paint);

  useOnTurn(turning, () => {
    see();
    paint(store.getState());
  });

  if (isMissing) return <MapInstead />;
  return (
    <div
      className="space-view"
      ref={view}
      role="application"
      aria-label={spaceWords().turning}
      tabIndex={0}
      {...handlers}
    >
      <div className="space-layer" ref={place}>
        <div ref={picture} role="img" aria-label={label}>
          <div className="space-layer" ref={host} />
          <canvas className="space-layer" ref={canvas} style={{ width, height }} />
          <svg className="space-layer space-words" width={width} height={height} aria-hidden="true">
            <SpaceAxes marks={marks} group={axes} />
            <LeaderGroups names={runs} groups={names} />
          </svg>
        </div>
      </div>
      {empty !== undefined && <div className="contour-map-middle">{empty}</div>}
    </div>
  );
}
