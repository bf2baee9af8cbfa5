import type { Point } from "../../surfaces/surface";
import { boxAbout, overlap, type Box } from "./places";
import type { Trace } from "./trace";
import type { Viewport } from "./viewport";

/** A head that is to be named at the edge: above the map or below. */
export type NamedHead = { readonly at: Point; readonly width: number; readonly isAbove: boolean };

/** A name at the edge, and the line from it to its head. */
export type Leader = {
  /** Middle of the name. */
  readonly at: Point;
  /** Where the name is held: at the map's borders by its end there, as its true width is not known. */
  readonly hold: { readonly x: number; readonly anchor: "start" | "middle" | "end" };
  readonly box: Box;
  readonly line: { readonly x: number; readonly from: number; readonly to: number };
};

const lineHeight = 18;
/** From the middle of a head, or of a name, to where the line between them begins. */
const headRoom = 9;
/** From a name to the map's border. */
export const edge = 6;

/** Names of heads in rows along the edges: none lies on another or on `controls`, and few lines cross a name. */
export function leadersOf(
  heads: readonly NamedHead[],
  viewport: Pick<Viewport, "width" | "height">,
  controls?: Box,
): Leader[] {
  const leaders = new Array<Leader>(heads.length);
  const order = heads.map((_, i) => i).sort((a, b) => heads[a]!.at[0] - heads[b]!.at[0]);
  const placed: Leader[] = [];
  for (const i of order) {
    const head = heads[i]!;
    // One row more than there are names: one may be free of the controls only there.
    const candidates = [0, ...heads].flatMap((_, row) =>
      [0, 0.5, -0.5].map((shift) => {
        const leader = leaderAt(head, shift, row, viewport);
        const crossed = placed.filter((other) => crosses(other, leader) || crosses(leader, other)).length;
        const isTaken = [...placed.map(({ box }) => box), ...(controls ? [controls] : [])].some((box) =>
          overlap(box, leader.box, 0),
        );
        return { leader, cost: row + Math.abs(shift) + 20 * crossed + (isTaken ? 1000 : 0) };
      }),
    );
    const best = candidates.reduce((least, one) => (one.cost < least.cost ? one : least)).leader;
    placed.push(best);
    leaders[i] = best;
  }
  return leaders;
}

/** A name in a row, counted from the edge: its middle, or nearly one of its ends, over the head's line. */
function leaderAt(
  { at: [x, y], width, isAbove }: NamedHead,
  shift: number,
  row: number,
  viewport: Pick<Viewport, "width" | "height">,
): Leader {
  const most = viewport.width - width / 2 - edge;
  const least = width / 2 + edge;
  const middle = Math.max(least, Math.min(x + shift * (width - 8), most));
  const line = isAbove ? 20 + lineHeight * row : viewport.height - 18 - lineHeight * row;
  const isUnderName = y > line;
  return {
    at: [middle, line],
    hold:
      middle === least
        ? { x: edge, anchor: "start" }
        : middle === most
          ? { x: viewport.width - edge, anchor: "end" }
          : { x: middle, anchor: "middle" },
    box: boxAbout([middle, line], width + 8, lineHeight - 1),
    line: {
      x,
      from: line + (isUnderName ? headRoom : -headRoom),
      to: y + (isUnderName ? -headRoom : headRoom),
    },
  };
}

/** Whether a leader's line runs through another's name. */
const crosses = ({ line: { x, from, to } }: Leader, { box }: Leader): boolean =>
  x > box.x0 && x < box.x1 && Math.min(from, to) < box.y1 && Math.max(from, to) > box.y0;

/** Which of the runs are named above: the half whose paths keep higher on the map. */
export function namedAbove(traces: readonly Trace[], { height }: Viewport): boolean[] {
  const heights = traces.map(({ last, pointAt }) => {
    let sum = 0;
    for (let k = 0; k <= 32; k++) {
      const y = pointAt(Math.round((k * Math.max(0, last)) / 32))?.[1] ?? 0;
      sum += Number.isFinite(y) ? Math.min(Math.max(y, 0), height) : height / 2;
    }
    return sum;
  });
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  return heights.map((_, i) => order.indexOf(i) < Math.ceil(heights.length / 2));
}
