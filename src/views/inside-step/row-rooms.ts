/** Whether a row stands on one line, has its numbers on a second one, or its result on a third. */
export type RowRoom = "line" | "two" | "three";

/** Widths of a row's parts, in pixels: symbol, formula, numbers, result. */
export type RowWidths = readonly [symbol: number, formula: number, filled: number, result: number];

/** How a row's parts stand, so that all columns together fit: the widest rows give way first. */
export function rowRooms(rows: readonly RowWidths[], available: number): RowRoom[] {
  const rooms: RowRoom[] = rows.map(() => "line");
  const columnsOf = () =>
    [0, 1, 2, 3].map((part) =>
      Math.max(
        0,
        ...rows.map((row, i) => (rooms[i] === "line" || part === 0 || part === 3 ? row[part]! : 0)),
      ),
    );
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const widest = rows.map((_, i) => i).sort((a, b) => rows[b]![1] + rows[b]![2] - rows[a]![1] - rows[a]![2]);
  for (const i of widest) {
    if (sum(columnsOf()) <= available) break;
    rooms[i] = "two";
  }
  const [symbol, , , result] = columnsOf();
  const left = available - symbol! - result!;
  return rooms.map((room, i) => (room === "two" && rows[i]![2] > left ? "three" : room));
}
