import type { Plot } from "../../charts/layout";

/** Room for the ticks at the left, between columns, and for the axis below. */
const [tickRoom, gap, axisRoom] = [44, 18, 24];

/**
 * Places for small charts, a row a quantity and a column a layer: the first row, where most happens, is the tallest.
 * `headRoom` is kept free above each row.
 */
export function layerGrid(
  width: number,
  height: number,
  columns: number,
  rows: number,
  headRoom: number,
): Plot[][] {
  const columnWidth = (width - tickRoom - (columns - 1) * gap) / columns;
  const unit = (height - axisRoom - rows * headRoom) / (rows + 0.6);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const left = tickRoom + column * (columnWidth + gap);
      return {
        left,
        top: Math.round(headRoom + row * headRoom + (row > 0 ? 1.6 * unit + (row - 1) * unit : 0)),
        width: Math.max(1, columnWidth),
        height: Math.max(1, Math.round(row === 0 ? 1.6 * unit : unit) - 8),
        columnLeft: column === 0 ? 0 : left,
        columnWidth: columnWidth + (column === 0 ? tickRoom : 0),
        isFirst: row === 0,
        isLast: row === rows - 1,
      };
    }),
  );
}
