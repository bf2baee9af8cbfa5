/** Where a panel's lines are drawn, in pixels of the whole figure. */
export type Plot = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Left edge and width of the column, where the title stands. */
  readonly columnLeft: number;
  readonly columnWidth: number;
  readonly isFirst: boolean;
  /** The panel that carries the column's step axis. */
  readonly isLast: boolean;
};

/** Heights above, between and below the plots: a title stands in each of the first two, the axis in the last. */
const [above, between, below] = [26, 40, 30];
const columnGap = 36;
/** Least height of a plot on average: in a rail the others' heights are scarce, in two columns they are not. */
const leastHeight = (rows: number, columns: number) => (columns > 1 ? 92 : rows > 4 ? 50 : 68);
const tickRoom = 40;

/** Height the figure needs at least, in pixels. */
export const leastFigureHeight = (panels: number, columns: number): number => {
  const rows = Math.ceil(panels / columns);
  return above + (rows - 1) * between + below + rows * leastHeight(rows, columns);
};

/** Columns of a figure of that width. */
export const columnsOf = (width: number, panels: number): number => (width >= 560 && panels > 1 ? 2 : 1);

/**
 * Places panels one beneath the other, or in two columns where there is room; the first of a column is the tallest.
 * `labelRoom` is kept free to the right of the plots for the names at the lines' ends.
 */
export function layout(
  width: number,
  height: number,
  panels: number,
  labelRoom: number,
  columns = columnsOf(width, panels),
): Plot[] {
  const columnWidth = (width - (columns - 1) * columnGap) / columns;
  const rows = Math.ceil(panels / columns);
  return Array.from({ length: panels }, (_, i) => {
    const [column, row] = [Math.floor(i / rows), i % rows];
    const inColumn = Math.min(rows, panels - column * rows);
    const room =
      Math.max(height, leastFigureHeight(panels, columns)) - above - below - (inColumn - 1) * between;
    const firstWeight = inColumn > 2 ? 2.18 : inColumn === 2 ? 1.4 : 1;
    const unit = room / (firstWeight + inColumn - 1);
    const columnLeft = column * (columnWidth + columnGap);
    return {
      left: columnLeft + tickRoom,
      top: Math.round(above + (row > 0 ? firstWeight * unit + (row - 1) * unit + row * between : 0)),
      width: Math.max(1, columnWidth - tickRoom - labelRoom),
      height: Math.round(row === 0 ? firstWeight * unit : unit),
      columnLeft,
      columnWidth,
      isFirst: row === 0,
      isLast: row === inColumn - 1,
    };
  });
}
