import type { KeyboardEvent, ReactNode } from "react";

/** What may be wider than its place, as a long formula is: with the focus, the arrow keys move it and nothing else. */
export const SideScroller = (props: { readonly className: string; readonly children: ReactNode }) => (
  <span className={props.className} role="group" tabIndex={0} onKeyDown={keepArrows}>
    {props.children}
  </span>
);

function keepArrows(event: KeyboardEvent) {
  const { scrollWidth, clientWidth } = event.currentTarget;
  if (scrollWidth > clientWidth && /^Arrow(Left|Right)$/.test(event.key)) event.stopPropagation();
}
