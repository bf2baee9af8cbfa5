import { useRef, type PointerEvent } from "react";
import { placeOn } from "../../ui/page-scale";
import { seekOrFollow } from "../playback/seek-or-follow";
import { useLab } from "../store-context/store-context";
import type { Plot } from "./layout";
import { scaleOf, type Span } from "./span";

type Place = Pick<Plot, "left" | "width">;

/** Makes a figure of plots over one step axis a scrubber: pressing or dragging in it moves the cursor there. */
export function useScrub(plots: readonly Place[], steps: number, span: Span = [0, steps]) {
  const lab = useLab();
  // The plot pressed in: a drag that leaves it for another column goes on with the first.
  const pressed = useRef<Place>(undefined);

  const seek = (event: PointerEvent<Element>) => {
    const x = placeOn(event.currentTarget, event)[0];
    pressed.current ??= nearestTo(plots, x);
    if (pressed.current) seekOrFollow(lab, scaleOf(span, pressed.current).stepAt(x));
  };
  const end = () => {
    pressed.current = undefined;
  };
  return {
    onPointerDown(event: PointerEvent<Element>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      seek(event);
    },
    onPointerMove(event: PointerEvent<Element>) {
      if (pressed.current) seek(event);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** The plot that a place on the figure belongs to. */
export function nearestTo<T extends Place>(plots: readonly T[], x: number): T | undefined {
  const distance = ({ left, width }: T) => Math.max(left - x, x - left - width);
  return plots.reduce<T | undefined>(
    (best, plot) => (best && distance(best) <= distance(plot) ? best : plot),
    undefined,
  );
}
