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
  readonly box: Box;
  readonly line: { readonly x: number; readonly from: number; readonly to: number };
};

const lineHeight = 18;
/** From a head's middle to where its line begins. */
const headRoom = 9;

/** Names of heads in rows along the edges: none lies on another, and few lines cross a name. */
export function leadersOf(heads: readonly NamedHead[], { width, height }: Viewport): Leader[] {
  const leaders = new Array<Leader>(heads.length);
  const order = heads.map((_, i) => i).sort((a, b) => heads[a]!.at[0] - heads[b]!.at[0]);
  const placed: Leader[] = [];
  for (const i of order) {
    const head = heads[i]!;
    const x = Math.min(Math.max(head.at[0], head.width / 2 + 6), width - head.width / 2 - 6);
    const rows = heads.map((_, row) => {
      const y = head.isAbove ? 20 + lineHeight * row : height - 18 - lineHeight * row;
      return leaderAt([x, y], head);
    });
    const cost = (leader: Leader, row: number) =>
      row +
      (placed.some(({ box }) => overlap(box, leader.box, 0)) ? 1000 : 0) +
      20 * placed.filter((other) => crosses(other, leader) || crosses(leader, other)).length;
    const costs = rows.map(cost);
    const best = rows[costs.indexOf(Math.min(...costs))]!;
    placed.push(best);
    leaders[i] = best;
  }
  return leaders;
}

function leaderAt(at: Point, { at: [x, y], width }: NamedHead): Leader {
  const isBelowName = y > at[1];
  return {
    at,
    box: boxAbout(at, width + 10, lineHeight - 1),
    line: { x, from: y + (isBelowName ? -headRoom : headRoom), to: at[1] + (isBelowName ? 8 : -9) },
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
