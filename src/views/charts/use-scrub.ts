import { useRef, type PointerEvent } from "react";
import { seekOrFollow } from "../playback/seek-or-follow";
import { useLab } from "../store-context/store-context";
import type { Plot } from "./layout";

/** Makes a figure of plots over one step axis a scrubber: pressing or dragging in it moves the cursor there. */
export function useScrub(plots: readonly Pick<Plot, "left" | "width">[], steps: number) {
  const lab = useLab();
  // The plot pressed in: a drag that leaves it for another column goes on with the first.
  const pressed = useRef<Pick<Plot, "left" | "width">>(undefined);

  const seek = (event: PointerEvent<Element>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    pressed.current ??= nearestTo(plots, x);
    if (pressed.current) seekOrFollow(lab, (steps * (x - pressed.current.left)) / pressed.current.width);
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

function nearestTo<T extends Pick<Plot, "left" | "width">>(plots: readonly T[], x: number): T | undefined {
  const distance = ({ left, width }: T) => Math.max(left - x, x - left - width);
  return plots.reduce<T | undefined>(
    (best, plot) => (best && distance(best) <= distance(plot) ? best : plot),
    undefined,
  );
}
