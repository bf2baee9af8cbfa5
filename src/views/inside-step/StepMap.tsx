import { useLayoutEffect, useRef } from "react";
import type { Point } from "../../surfaces/surface";
import { boxAbout } from "../contour-map/places";
import { coloursAt, type Colours } from "../contour-map/colours";
import { paintGhost, paintPath } from "../contour-map/paint-path";
import { paintHead, paintStart } from "../contour-map/paint-marks";
import { clear } from "../contour-map/paint-runs";
import { pens } from "../contour-map/pen";
import { Relief } from "../contour-map/Relief";
import type { SurfaceMap } from "../contour-map/surface-map";
import { traceOf, type Trace } from "../contour-map/trace";
import { isOn, isSmall, toPixel } from "../contour-map/viewport";
import { useFrame } from "../playback/use-frame";
import { useTheme } from "../theme/use-theme";
import { drawnStepOf, labelled, wantedLabels, type DrawnStep, type Labelled } from "./drawn-step";
import { labelPlaces } from "./label-places";
import { shownStep } from "./shown-step";
import { arrowKinds, styles } from "./step-arrows";
import type { StepSheet } from "./step-sheet";
import { StepLabels } from "./StepLabels";
import { writeSlots } from "./write-slots";

type Props = {
  readonly sheet: StepSheet;
  readonly map: SurfaceMap;
  readonly start: Point;
  /** What the map shows, for those who cannot see it. */
  readonly label: string;
};

/** Steps back along the path that labels keep off. */
const inWay = 12;

/** A window of the surface about one step: the path up to it, its parts as arrows, its rates as an ellipse. */
export function StepMap({ sheet, map, start, label }: Props) {
  const { viewport } = map;
  const { width, height } = viewport;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const colours = useRef<Colours>(undefined);
  const traced = useRef<{ readonly key: readonly unknown[]; readonly trace: Trace }>(undefined);
  const sizes = useRef<Sizes>(new Map());
  const theme = useTheme();
  useLayoutEffect(() => sizes.current.clear(), [sheet, viewport]);
  useLayoutEffect(() => {
    colours.current = undefined;
  }, [theme]);

  useFrame((state) => {
    const context = canvas.current?.getContext("2d");
    const worked = shownStep(state, sheet);
    if (!canvas.current || !context || !drawing.current || !labels.current) return;
    const { recording, run, number } = sheet;
    const key = [sheet, viewport, recording.frames];
    if (!traced.current?.key.every((part, i) => part === key[i]))
      traced.current = { key, trace: traceOf(recording, run, viewport) };
    clear(canvas.current, context, viewport);
    if (!worked) return;

    const brush = {
      context,
      colours: (colours.current ??= coloursAt(canvas.current)),
      pen: isSmall(viewport) ? pens.small : pens.usual,
    };
    const { trace } = traced.current;
    const drawn = {
      number,
      index: run,
      trace,
      step: worked.step - 1,
      left: undefined,
      wedge: undefined,
      diverged: undefined,
    };
    paintGhost(brush, drawn);
    paintPath(brush, drawn);
    const ring = toPixel(viewport, start);
    const isStartSeen = isOn(viewport, ring);
    if (isStartSeen) paintStart(brush, ring);
    paintHead(brush, drawn);

    const way = Array.from({ length: Math.min(inWay, drawn.step) + 1 }, (_, i) =>
      trace.pointAt(drawn.step - i),
    );
    const step = drawnStepOf(worked.shape, viewport, way);
    draw(drawing.current, step);
    writeSlots(labels.current, worked.textOf);
    placeLabels(labels.current, sizes.current, step, isStartSeen ? ring : undefined, map);
  });

  return (
    <div className="step-map" style={{ width, height }} data-run={sheet.number}>
      <div role="img" aria-label={label}>
        <Relief map={map} hasTicks={!isSmall(viewport)} />
      </div>
      <canvas ref={canvas} className="contour-map-layer" style={{ width, height }} />
      <svg ref={drawing} className="contour-map-layer" width={width} height={height} aria-hidden="true">
        <circle className="step-circle" />
        <ellipse className="step-ellipse" />
        <path className="step-chain" />
        {arrowKinds.map((kind) => (
          <path
            key={kind}
            className="step-casing"
            data-casing={kind}
            strokeWidth={styles[kind].width + 3.5}
          />
        ))}
        {arrowKinds.map((kind) => (
          <g key={kind} data-arrow={kind}>
            <path className="step-shaft" strokeWidth={styles[kind].width} />
            <path className="step-head" strokeWidth={styles[kind].isOpen ? styles[kind].width : 0.5} />
          </g>
        ))}
      </svg>
      <div ref={labels} className="step-labels" aria-hidden="true">
        <StepLabels sheet={sheet} start={start} />
      </div>
    </div>
  );
}

/** Writes a step into the elements that are there for it; what it has none of is taken away. */
function draw(root: SVGSVGElement, { from: [x, y], arrows, chain, ellipse }: DrawnStep): void {
  const [circle, oval, way] = root.children as unknown as [SVGElement, SVGElement, SVGElement];
  show(circle, ellipse !== undefined);
  show(oval, ellipse !== undefined);
  if (ellipse) {
    set(circle, { cx: x, cy: y, r: ellipse.radius });
    set(oval, { cx: x, cy: y, rx: ellipse.half[0], ry: ellipse.half[1] });
  }
  way.setAttribute("d", chain);
  const drawn = (kind: string | undefined) => arrows.find((arrow) => arrow.kind === kind);
  for (const casing of root.querySelectorAll<SVGElement>("[data-casing]")) {
    const arrow = drawn(casing.dataset["casing"]);
    casing.setAttribute("d", arrow ? arrow.shaft + arrow.head : "");
  }
  for (const group of root.querySelectorAll<SVGElement>("[data-arrow]")) {
    const arrow = drawn(group.dataset["arrow"]);
    // Where what is seen has an arrow of its own, plain downhill is only to be compared with it.
    group.toggleAttribute("data-faint", arrow?.kind === "downhill" && drawn("seen") !== undefined);
    const [shaft, head] = group.children as unknown as [SVGElement, SVGElement];
    shaft.setAttribute("d", arrow?.shaft ?? "");
    head.setAttribute("d", arrow?.head ?? "");
  }
}

/** Sizes of the labels, by their texts: measuring makes the browser lay out the page at once. */
type Sizes = Map<string, readonly [width: number, height: number]>;

function placeLabels(
  root: HTMLElement,
  sizes: Sizes,
  step: DrawnStep,
  start: Point | undefined,
  { viewport, yTicks }: SurfaceMap,
): void {
  const elements = new Map<string, HTMLElement>();
  for (const element of root.querySelectorAll<HTMLElement>("[data-label]"))
    elements.set(element.dataset["label"]!, element);
  const sizeOf = (name: Labelled) => {
    const element = elements.get(name)!;
    // Figures are of one width: a number of as many is as wide.
    const key = `${name} ${element.textContent.replace(/\d/g, "0")}`;
    const size = sizes.get(key) ?? ([element.offsetWidth, element.offsetHeight] as const);
    sizes.set(key, size);
    return size;
  };
  const ticks = yTicks.map(({ value }) => boxAbout([16, toPixel(viewport, [0, value])[1]], 32, 16));
  const heads = [step.from, ...(start ? [start] : [])].map((at) => boxAbout(at, 14, 14));
  const wanted = wantedLabels(step, start, sizeOf);
  const places = labelPlaces(wanted, step.ink, viewport, [...ticks, ...heads]);
  labelled.forEach((name, i) => {
    const { style } = elements.get(name)!;
    const at = places[i];
    style.visibility = at ? "" : "hidden";
    if (!at) return;
    const { width, height } = wanted[i]!;
    style.transform = `translate(${(at[0] - width / 2).toFixed(1)}px, ${(at[1] - height / 2).toFixed(1)}px)`;
  });
}

const show = (element: SVGElement, isShown: boolean) => (element.style.display = isShown ? "" : "none");

const set = (element: SVGElement, attributes: Readonly<Record<string, number>>) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value.toFixed(1));
};
