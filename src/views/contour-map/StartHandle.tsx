import type { KeyboardEvent } from "react";
import type { Point } from "../../surfaces/surface";
import { useLab } from "../store-context/store-context";
import { formatTick } from "../number-format/number-format";
import { movedStart } from "./start-steps";
import { toPixel, type Viewport } from "./viewport";

type Props = { readonly viewport: Viewport; readonly start: Point; readonly isFocusable: boolean };

/** What moves the start by keyboard and by touch: it lies on the ring, and is seen only when it has focus. */
export function StartHandle({ viewport, start, isFocusable }: Props) {
  const { actions } = useLab();
  const [x, y] = toPixel(viewport, start);
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = movedStart(start, event.key, event.shiftKey, viewport);
    if (!moved) return;
    event.preventDefault();
    // The arrows that move the start must not move the cursor as well.
    event.stopPropagation();
    actions.setStart(moved);
  };
  return (
    <button
      type="button"
      className="contour-map-handle"
      data-start-handle
      tabIndex={isFocusable ? 0 : -1}
      aria-hidden={!isFocusable}
      aria-label={`start of all runs, x ${formatTick(start[0])}, y ${formatTick(start[1])}; arrow keys move it`}
      style={{
        left: Math.min(Math.max(x, 0), viewport.width),
        top: Math.min(Math.max(y, 0), viewport.height),
      }}
      onKeyDown={onKeyDown}
    />
  );
}
