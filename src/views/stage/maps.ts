import type { ReactNode } from "react";
import type { Point } from "../../surfaces/surface";
import type { SurfaceMap } from "../contour-map/surface-map";
import type { Name } from "../contour-map/LeaderLabels";
import { formatTick } from "../number-format/number-format";
import type { StagedShape, Plan } from "./plan";
import { stageWords } from "../../words/en/stage";
import { said } from "../../words/speak";

/** A run's place on the stage. */
export type StagedRun = Name & { readonly index: number; readonly isShown: boolean };

/** What both layouts are handed. */
export type MapsProps = {
  readonly plan: Plan;
  readonly runs: readonly StagedRun[];
  readonly start: Point;
  /** Undefined until the cell of the first map is measured. */
  readonly map: SurfaceMap | undefined;
  readonly cell: (element: HTMLDivElement | null) => void;
  readonly caption?: ((runIndex: number, shape: StagedShape) => ReactNode) | undefined;
  readonly empty: ReactNode;
  /** What zooms all maps: it stands on the first. */
  readonly controls: ReactNode;
};

/** What a map shows, for those who cannot see it. */
export function mapLabel(
  { surface, viewport, minima }: Pick<SurfaceMap, "surface" | "viewport" | "minima">,
  runs: readonly Name[],
  [x, y]: Point,
  kind = stageWords().contourMap,
): string {
  const words = stageWords();
  const range = ([from, to]: readonly [number, number]) =>
    words.range(formatTick(Number(from.toPrecision(3))), formatTick(Number(to.toPrecision(3))));
  const paths = runs.map(({ text }) => text).join(words.comma);
  return [
    words.mapOf(kind, said(surface.name), range(viewport.x), range(viewport.y)),
    // Not all minima of a surface are marked: of a grid of traps only the lowest is.
    minima.length > 0 && words.marked(minima.length),
    paths && words.paths(paths, formatTick(x), formatTick(y)),
  ]
    .filter(Boolean)
    .join(words.semicolon);
}
