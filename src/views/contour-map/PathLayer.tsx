import { memo, useLayoutEffect, useRef } from "react";
import type { Point } from "../../surfaces/surface";
import { usePixelRatio } from "../../ui/use-pixel-ratio";
import { useFrame } from "../playback/use-frame";
import { useTheme } from "../theme/use-theme";
import { arrange, type Arrangement } from "./arrangement";
import { coloursAt, type Colours } from "./colours";
import { markDrawn } from "./drawn-mark";
import { drawnRuns, drawnStart } from "./drawn-runs";
import type { SurfaceMap } from "./surface-map";
import { clear, mostWithGhosts, paintRuns } from "./paint-runs";
import { lossText, minimumText, startText } from "./place-words";
import { pens } from "./pen";
import { isSmall, toPixel } from "./viewport";
import { stageWords } from "../../words/en/stage";
import { writeAttribute, writeText } from "../../ui/write";

type Props = {
  readonly map: SurfaceMap;
  /** Numbers of the runs drawn. */
  readonly runs: readonly number[];
  /** Whether the start and the minimum are named here. */
  readonly isNamed: boolean;
};

/**
 * The paths of some runs, drawn on a canvas, with the words that seek their places among them. What it is handed seldom
 * changes, and a render paints: a slider's move is not to paint what is about to go.
 */
export const PathLayer = memo(function PathLayer({ map, runs, isNamed }: Props) {
  const { viewport, lowest } = map;
  const { width, height } = viewport;
  const canvas = useRef<HTMLCanvasElement>(null);
  const startLabel = useRef<SVGTextElement>(null);
  const minimumLabel = useRef<SVGTextElement>(null);
  const colours = useRef<Colours>(undefined);
  const arranged = useRef<{ readonly key: readonly unknown[]; readonly arrangement: Arrangement }>(undefined);
  const theme = useTheme();
  // The canvas is painted after every render.
  usePixelRatio();

  useLayoutEffect(() => {
    colours.current = undefined;
  }, [theme]);

  useFrame((state) => {
    const context = canvas.current?.getContext("2d");
    if (!canvas.current || !context) return;
    const drawn = drawnRuns(state, runs, viewport);
    const start = drawnStart(state) ?? map.surface.start;
    const pen = isSmall(viewport) ? pens.small : pens.usual;
    const isSparse = runs.length <= mostWithGhosts;

    const traces = drawn.map(({ trace }) => trace);
    const key = [map, start, isNamed, state.recording.steps, ...traces];
    let known = arranged.current;
    if (!known || !isSame(key, known.key)) {
      const wording = {
        start: isNamed ? startText(start) : undefined,
        minimum: isNamed && lowest && drawn.length > 0 ? minimumText(lowest) : undefined,
        steps: isSparse && pen === pens.usual ? state.recording.steps : undefined,
        numeralSize: pen.numeral,
      };
      known = arranged.current = {
        key,
        arrangement: arrange(map, traces, toPixel(viewport, start), wording),
      };
    }
    const { arrangement } = known;

    clear(canvas.current, context, viewport);
    const brush = { context, colours: (colours.current ??= coloursAt(canvas.current)), pen };
    paintRuns(brush, drawn, toPixel(viewport, start), arrangement.numerals, isSparse);
    write(startLabel.current, arrangement.startLabel, startText(start));
    write(minimumLabel.current, arrangement.minimumLabel);
    if (drawn.length > 0) markDrawn(state.recording);
  });

  return (
    <>
      <canvas ref={canvas} className="contour-map-layer" style={{ width, height }} />
      <svg className="contour-map-layer" width={width} height={height} aria-hidden="true">
        <text ref={startLabel} className="contour-map-label contour-map-label-high" />
        <text ref={minimumLabel} className="contour-map-label">
          {stageWords().minimum}
          <tspan className="contour-map-variable">f</tspan> = {lowest && lossText(lowest)}
        </text>
      </svg>
    </>
  );
}, isSameLayer);

const isSame = (key: readonly unknown[], known: readonly unknown[]) =>
  known.length === key.length && key.every((part, i) => part === known[i]);

function isSameLayer(before: Props, after: Props): boolean {
  return before.map === after.map && before.isNamed === after.isNamed && isSame(before.runs, after.runs);
}

/** Moves a text to its place, or takes it away where it has none. */
function write(element: SVGTextElement | null, at: Point | undefined, text?: string): void {
  if (!element) return;
  element.style.display = at ? "" : "none";
  if (!at) return;
  const [x, y] = [at[0].toFixed(1), (at[1] + 4).toFixed(1)];
  writeAttribute(element, "x", x);
  writeAttribute(element, "y", y);
  if (text !== undefined) writeText(element, text);
}
