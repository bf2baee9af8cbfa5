import type { RefObject } from "react";
import type { AxisMark, AxisPlace } from "./axes";

type Props = { readonly marks: readonly AxisMark[]; readonly group: RefObject<SVGGElement | null> };

/** The names and numbers of both axes, to be put in their places whenever the view turns. */
export const SpaceAxes = ({ marks, group }: Props) => (
  <g ref={group}>
    {marks.map(({ axis, text, value }) => (
      <g key={`${axis}${text}`}>
        {value !== undefined && <path />}
        <text className={value === undefined ? "space-axis-name" : undefined}>{text}</text>
      </g>
    ))}
  </g>
);

/** Puts them there; what has no room is taken away. */
export function writeAxes(group: SVGGElement, places: readonly AxisPlace[]): void {
  [...group.children].forEach((child, i) => {
    const place = places[i];
    (child as SVGGElement).style.display = place ? "" : "none";
    if (!place) return;
    const { at, edge } = place;
    const text = child.lastElementChild!;
    text.setAttribute("x", at[0].toFixed(1));
    text.setAttribute("y", (at[1] + 4).toFixed(1));
    const length = Math.hypot(at[0] - edge[0], at[1] - edge[1]) || 1;
    const [dx, dy] = [((at[0] - edge[0]) / length) * 4, ((at[1] - edge[1]) / length) * 4];
    child
      .querySelector("path")
      ?.setAttribute("d", `M${edge.map((part) => part.toFixed(1)).join()}l${dx.toFixed(1)},${dy.toFixed(1)}`);
  });
}
