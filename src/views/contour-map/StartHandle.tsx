import type { KeyboardEvent } from "react";
import type { Point } from "../../surfaces/surface";
import { useLab } from "../store-context/store-context";
import { formatTick } from "../number-format/number-format";
import { movedStart } from "./start-steps";
import { toPixel, type Viewport } from "./viewport";
import { stageWords } from "../../words/en/stage";

type Props = { readonly viewport: Viewport; readonly start: Point; readonly isFocusable: boolean };

/** What moves the start by keyboard, on one of the maps, and by touch: on the ring, seen only when it has focus. */
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
  const place = {
    left: Math.min(Math.max(x, 0), viewport.width),
    top: Math.min(Math.max(y, 0), viewport.height),
  };
  if (!isFocusable) return <span className="contour-map-handle" data-start-handle style={place} />;
  return (
    <button
      type="button"
      className="contour-map-handle"
      data-start-handle
      aria-label={stageWords().startHandle(formatTick(start[0]), formatTick(start[1]))}
      style={place}
      onKeyDown={onKeyDown}
    />
  );
}
