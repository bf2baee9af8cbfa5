/** Sides of an image in pixels of the page. */
const [largest, smallest, step] = [140, 44, 4];

/** Side and arrangement of the largest images of which all fit into a box; of more than fit at the smallest, the first. */
export function fitting(
  units: number,
  width: number,
  height: number,
): { side: number; perRow: number; shown: number } {
  const perRow = (side: number) => Math.max(1, Math.floor(width / side));
  const room = (side: number) => perRow(side) * Math.max(1, Math.floor(height / side));
  let side = largest;
  while (side > smallest && room(side) < units) side -= step;
  return { side, perRow: Math.min(perRow(side), units), shown: Math.min(units, room(side)) };
}
