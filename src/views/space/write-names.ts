import type { DrawnRun } from "../contour-map/drawn-runs";
import { headName, nameWidth } from "../contour-map/head-name";
import { leadersOf } from "../contour-map/leaders";
import { writeLeader, type Name } from "../contour-map/LeaderLabels";
import type { SpaceHead } from "./paint-space";

/** Writes the runs' names above the picture, each over its head; the elements are there, by the runs' numbers. */
export function writeNames(
  groups: ReadonlyMap<number, SVGGElement>,
  drawn: readonly DrawnRun[],
  heads: readonly SpaceHead[],
  names: readonly Name[],
  size: { readonly width: number; readonly height: number },
): void {
  const texts = drawn.map(({ number, diverged }) =>
    headName(names.find((run) => run.number === number)?.text ?? "", diverged, size.width),
  );
  const leaders = leadersOf(
    heads.map(({ at }, i) => ({ at, width: nameWidth(texts[i]!), isAbove: true })),
    size,
  );
  for (const [number, group] of groups) {
    const i = drawn.findIndex((run) => run.number === number);
    group.style.display = i < 0 ? "none" : "";
    if (i >= 0) writeLeader(group, leaders[i]!, texts[i]!, drawn[i]!.diverged !== undefined);
  }
}
