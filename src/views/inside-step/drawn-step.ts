import type { Point } from "../../surfaces/surface";
import { spanOf, toPixel, type Viewport } from "../contour-map/viewport";
import { arrowPath } from "./arrow-path";
import type { Ink, WantedLabel } from "./label-places";
import { styles } from "./step-arrows";
import { inkAlong, inkAround } from "./step-ink";
import type { ArrowKind, StepShape } from "./step-shape";
import { tipOf } from "./step-window";

/** An arrow in pixels. */
export type DrawnArrow = {
  readonly kind: ArrowKind;
  readonly tip: Point;
  readonly shaft: string;
  readonly head: string;
};

/** A step in pixels of its map. */
export type DrawnStep = {
  readonly from: Point;
  readonly arrows: readonly DrawnArrow[];
  /** The parts laid end to end, from the first one's tip on to the step's. */
  readonly chain: string;
  readonly ellipse: { readonly half: Point; readonly radius: number } | undefined;
  /** What labels keep off. */
  readonly ink: Ink;
};

/** A step as it lies on its map; `way` are the points the run has come by, in pixels. */
export function drawnStepOf(
  { from, arrows, ellipse }: StepShape,
  viewport: Viewport,
  way: readonly Point[] = [],
): DrawnStep {
  const at = toPixel(viewport, from);
  const drawn = arrows.flatMap(({ kind, by }): DrawnArrow[] => {
    const tip = toPixel(viewport, tipOf(from, by));
    const path = arrowPath(at, tip, styles[kind]);
    return path ? [{ kind, tip, ...path }] : [];
  });
  const scale = viewport.width / spanOf(viewport.x);
  const inPixels = ellipse && {
    half: [ellipse.half[0] * scale, ellipse.half[1] * scale] as const,
    radius: ellipse.radius * scale,
  };
  return {
    from: at,
    arrows: drawn,
    chain: chainOf(from, arrows, viewport),
    ellipse: inPixels,
    ink: {
      firm: [
        ...drawn.flatMap(({ tip }) => inkAlong(at, tip)),
        ...way.slice(1).flatMap((point, i) => inkAlong(way[i]!, point)),
      ],
      faint: inPixels
        ? [...inkAround(at, inPixels.half), ...inkAround(at, [inPixels.radius, inPixels.radius])]
        : [],
    },
  };
}

/** Two parts span a parallelogram; more are laid end to end. */
function chainOf(from: Point, arrows: StepShape["arrows"], viewport: Viewport): string {
  const parts = arrows.filter(({ kind }) => kind !== "step" && kind !== "downhill").map(({ by }) => by);
  if (parts.length < 2 || !parts.flat().every(Number.isFinite)) return "";
  const way = parts.reduce<Point[]>((points, by) => [...points, tipOf(points.at(-1) ?? from, by)], []);
  if (parts.length === 2) way.push(tipOf(from, parts[1]!));
  return `M${way
    .map((point) =>
      toPixel(viewport, point)
        .map((each) => each.toFixed(1))
        .join(),
    )
    .join("L")}`;
}

/** What is named on the map, what matters most first. */
export const labelled = [
  "step",
  "seen",
  "remembered",
  "pull",
  "cut",
  "ellipse",
  "downhill",
  "from",
  "start",
] as const;
export type Labelled = (typeof labelled)[number];

/** What is hidden under the head of the path is not named. */
const leastNamed = 14;

/** Which labels a step has, and beside what; `sizeOf` is their size in pixels. */
export function wantedLabels(
  { from, arrows, ellipse }: DrawnStep,
  start: Point | undefined,
  sizeOf: (name: Labelled) => readonly [width: number, height: number],
): (WantedLabel | undefined)[] {
  return labelled.map((name) => {
    const [width, height] = sizeOf(name);
    if (name === "from") {
      // Opposite to where the arrows go.
      const all = arrows.map(({ tip }) => [tip[0] - from[0], tip[1] - from[1]] as const);
      const [x, y] = all.reduce<Point>((sum, each) => tipOf(sum, each), [1e-9, 0]);
      return { width, height, beside: [{ at: from, angle: Math.atan2(-y, -x), gap: 10 }] };
    }
    if (name === "start") return start && { width, height, beside: [{ at: start, angle: 0, gap: 10 }] };
    if (name === "ellipse")
      return ellipse && Math.max(...ellipse.half) > leastNamed
        ? { width, height, beside: besideEllipse(from, ellipse.half) }
        : undefined;
    const arrow = arrows.find(({ kind }) => kind === name);
    const length = arrow ? Math.hypot(arrow.tip[0] - from[0], arrow.tip[1] - from[1]) : 0;
    if (!arrow || (name !== "step" && length < leastNamed)) return undefined;
    const angle = Math.atan2(arrow.tip[1] - from[1], arrow.tip[0] - from[0]);
    return { width, height, beside: [{ at: arrow.tip, angle, gap: 7 }] };
  });
}

const besideEllipse = ([x, y]: Point, [a, b]: Point) => [
  { at: [x + a, y] as const, angle: 0, gap: 7 },
  { at: [x - a, y] as const, angle: Math.PI, gap: 7 },
  { at: [x + 0.7 * a, y - 0.7 * b] as const, angle: -Math.PI / 4, gap: 7 },
  { at: [x - 0.7 * a, y - 0.7 * b] as const, angle: (-3 * Math.PI) / 4, gap: 7 },
  { at: [x, y - b] as const, angle: -Math.PI / 2, gap: 7 },
  { at: [x, y + b] as const, angle: Math.PI / 2, gap: 7 },
];
