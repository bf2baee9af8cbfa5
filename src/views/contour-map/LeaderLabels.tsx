import { useRef, type RefObject } from "react";
import { drawnRuns } from "./drawn-runs";
import { headName, nameWidth } from "./head-name";
import { leadersOf, namedAbove, type Leader, type NamedHead } from "./leaders";
import type { Box } from "./places";
import { useFrame } from "../playback/use-frame";
import type { Viewport } from "./viewport";
import { writeAttribute, writeText } from "../../ui/write";

/** What a run is called on a map. */
export type Name = { readonly number: number; readonly text: string };

/** Names of all runs of one map, at its upper and lower edge, each on a line from its head. */
export function LeaderLabels({
  viewport,
  controls,
  names,
}: {
  readonly viewport: Viewport;
  /** Where no name is to stand. */
  readonly controls: Box | undefined;
  readonly names: readonly Name[];
}) {
  const groups = useRef(new Map<number, SVGGElement>());
  useFrame((state) => {
    const drawn = drawnRuns(
      state,
      names.map(({ number }) => number),
      viewport,
    );
    const above = namedAbove(
      drawn.map(({ trace }) => trace),
      viewport,
    );
    const texts = drawn.map(({ number, diverged }) =>
      headName(names.find((one) => one.number === number)!.text, diverged, viewport.width),
    );
    const heads = drawn.map(({ trace, step, wedge }, i): NamedHead => {
      const at = wedge?.at ?? trace.pointAt(step);
      const isAbove = wedge?.side === "top" || (wedge?.side !== "bottom" && above[i]!);
      return { at, width: nameWidth(texts[i]!), isAbove };
    });
    const leaders = leadersOf(heads, viewport, controls);
    for (const [number, group] of groups.current) {
      const i = drawn.findIndex((run) => run.number === number);
      group.style.display = i < 0 ? "none" : "";
      if (i < 0) continue;
      writeLeader(group, leaders[i]!, texts[i]!, drawn[i]!.diverged !== undefined);
    }
  });
  return <LeaderGroups names={names} groups={groups} />;
}

/** Writes a name and its line into the elements that are there for them. */
export function writeLeader(
  group: SVGGElement,
  { at, hold, line }: Leader,
  name: string,
  isDiverged: boolean,
): void {
  const [path, text] = group.children as unknown as [SVGPathElement, SVGTextElement];
  writeAttribute(path, "d", `M${line.x.toFixed(1)},${line.from.toFixed(1)}V${line.to.toFixed(1)}`);
  text.style.textAnchor = hold.anchor;
  writeAttribute(text, "x", hold.x.toFixed(1));
  writeAttribute(text, "y", (at[1] + 4.5).toFixed(1));
  text.classList.toggle("contour-map-name-diverged", isDiverged);
  writeText(text, name);
}

type GroupsProps = {
  readonly names: readonly Name[];
  /** Filled with the element of each run's number. */
  readonly groups: RefObject<Map<number, SVGGElement>>;
};

/** A line and a text for each run, to be written into. */
export function LeaderGroups({ names, groups }: GroupsProps) {
  return names.map(({ number }) => (
    <g
      key={number}
      data-run={number}
      ref={(group) => {
        if (group) groups.current.set(number, group);
        return () => void groups.current.delete(number);
      }}
    >
      <path stroke="var(--line)" strokeWidth={0.8} />
      <text className="contour-map-name" />
    </g>
  ));
}
