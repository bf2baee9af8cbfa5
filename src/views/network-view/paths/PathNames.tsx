import type { Point } from "../../../surfaces/surface";
import { widthOf } from "../../contour-map/places";
import type { NamedRun } from "../network-data";
import type { Head } from "./heads";
import { placeNames } from "./place-names";
import { networkWords } from "../../../words/en/network";

/** What is said of the start, on a plate wide enough for it. */
const startWords = (width: number) => (width < 420 ? networkWords().start : networkWords().startSame);
const size = 12.5;
/** Names are bold, and the face may be a wide one. */
const roomFor = (words: string) => 1.12 * widthOf(words, size) + 4;

/** A name with its leader for each run, and one for the start; `movePathNames` puts them where they belong. */
export const PathNames = ({ runs }: { runs: readonly NamedRun[] }) => (
  <>
    {runs.map(({ number }) => (
      <g key={number} data-run={number}>
        <path className="network-leader" />
        <text />
      </g>
    ))}
    <g data-run="start">
      <path className="network-leader" />
      <text className="network-plate-start" />
    </g>
  </>
);

/** Puts each run's name beside its head, off the `ink` where it can, and says where all began once they have left. */
export function movePathNames(
  group: SVGGElement,
  heads: readonly Head[],
  start: Point,
  plate: { width: number; height: number },
  ink: readonly Point[],
): void {
  for (const label of group.children) label.setAttribute("visibility", "hidden");
  const isNamed = heads.some(({ at }) => distance(at, start) > 4);
  const named = [
    ...heads.map(({ run, at, words, hasDiverged }) => ({ key: String(run.number), at, words, hasDiverged })),
    ...(isNamed ? [{ key: "start", at: start, words: startWords(plate.width), hasDiverged: false }] : []),
  ];
  const places = placeNames(
    named.map(({ at, words }) => ({ at, width: roomFor(words) })),
    plate,
    ink,
  );
  named.forEach(({ key, at, words, hasDiverged }, i) => {
    const label = group.querySelector(`[data-run="${key}"]`);
    if (!label) return;
    const [leader, text] = label.children as unknown as [SVGPathElement, SVGTextElement];
    const [x, y] = places[i]!;
    label.setAttribute("visibility", "visible");
    text.setAttribute("x", x.toFixed(1));
    text.setAttribute("y", (y + 4).toFixed(1));
    text.classList.toggle("network-plate-diverged", hasDiverged);
    if (text.textContent !== words) text.textContent = words;
    const half = roomFor(words) / 2 - 2;
    const edge = [Math.max(x - half, Math.min(at[0], x + half)), y] as const;
    leader.setAttribute("visibility", distance(edge, at) > 20 ? "inherit" : "hidden");
    leader.setAttribute("d", `M${pair(at)}L${pair(edge)}`);
  });
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const pair = ([x, y]: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
