import type { Layout } from "../../store/store";
import type { CardShape } from "../run-card/card-shape";

/** A card on the stage. */
export type StagedShape = Extract<CardShape, "wide" | "square" | "row">;

/** How the maps of an experiment stand on the stage. */
export type Plan = {
  /** One map of all runs, or one a run. */
  readonly kind: "overlay" | "split";
  readonly columns: number;
  /** What the card over a map has room for. */
  readonly caption: Exclude<StagedShape, "row">;
  /** Its height: a square lane may be so narrow that the settings take a line beneath the name. */
  readonly captionHeight: number;
  /** Least and greatest height of a map: it takes what the page has left. */
  readonly least: number;
  readonly greatest: number;
  /** A narrow page scrolls, and its maps have their full height; a wide one is a screen they share. */
  readonly isNarrow: boolean;
  /** Cards beside each other where they stand as rows beneath a map. */
  readonly rowColumns: number;
};

/** Between two columns of maps, and between a map and the card below it, in pixels. */
export const gutter = 16;
/** Maps narrower than this show nothing; on a narrow page two may still stand beside each other. */
const [leastWidth, leastPair] = [200, 160];
/** From this width on, the page has room beside a column. */
const narrow = 640;
/** Least width of a card that stands as a row. */
const rowWidth = 440;
/** Surfaces wider than this are stacked: their runs are compared along the x axis they share. */
const wideAspect = 1.6;
/** Width of a stacked map over its height. */
const laneRatio = 3.58;

/** Height of a card of each shape, of a line of one, and of the axis. */
const cardHeights: Readonly<Record<StagedShape, number>> = { wide: 74, square: 148, row: 68 };
const [lineHeight, axisHeight] = [24, 28];
/** Up to this width a square lane has no room for the settings beside the name (run-card.css). */
const narrowSquare = 420;

/** Chooses columns and proportions for some maps of a domain of that aspect, on a stage of that width. */
export function planOf(maps: number, aspect: number, width: number, layout: Layout): Plan {
  const isNarrow = width < narrow;
  const isWide = aspect > wideAspect;
  const isStack = isWide && (maps <= 2 || isNarrow);
  const widthIn = (columns: number) => (width - (columns - 1) * gutter) / columns;
  const pair = widthIn(2);

  const isInSpace = layout === "3d";
  const isOverlaid =
    isInSpace || layout === "overlay" || maps > 4 || (maps > 2 && !isStack && pair < leastWidth);
  const isSingle = isOverlaid || isStack || maps < 2 || pair < (isNarrow ? leastPair : leastWidth);
  const columns = isSingle ? 1 : 2;
  const ratio = isInSpace
    ? isNarrow
      ? 0.86
      : 1.5
    : isOverlaid
      ? Math.min(Math.max(aspect, 1.2), 2.2)
      : isWide
        ? laneRatio
        : Math.max(aspect, 0.8);
  const lowest = isOverlaid ? 240 : isNarrow ? 104 : 160;
  const greatest = Math.max(lowest, Math.round(widthIn(columns) / ratio));
  const caption = isSingle && (isWide || !isNarrow) ? "wide" : "square";
  return {
    kind: isOverlaid ? "overlay" : "split",
    columns,
    caption,
    captionHeight:
      cardHeights[caption] + (caption === "square" && widthIn(columns) <= narrowSquare ? lineHeight : 0),
    least: isNarrow ? greatest : lowest,
    greatest,
    isNarrow,
    rowColumns: Math.max(1, Math.floor((width + gutter) / (rowWidth + gutter))),
  };
}

/** The least height of a stage that is given one: below it the page scrolls, and no map shrinks further. */
export const leastHeight = (plan: Plan, maps: number, runs: number): number | undefined => {
  const { kind, columns, captionHeight, least, isNarrow } = plan;
  return isNarrow
    ? undefined
    : kind === "overlay"
      ? least + axisHeight + beneath(plan, runs).height
      : Math.ceil(maps / columns) * (least + captionHeight + gutter) - gutter + axisHeight;
};

/** Cards beneath a map of all runs: whole where two are few enough for it, else rows; and how they stand. */
export function beneath(plan: Plan, runs: number) {
  const isFew = runs <= 2 && plan.rowColumns > 1;
  const caption = isFew ? "wide" : "row";
  const columns = isFew ? 1 : plan.rowColumns;
  return {
    caption,
    height: Math.ceil(runs / columns) * cardHeights[caption],
    style: rowsOf(columns),
  } as const;
}

/** Cards beneath a map in so many columns: a grid's style. */
export const rowsOf = (columns: number) => ({
  gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
  columnGap: gutter,
});
