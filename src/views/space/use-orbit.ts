import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import type { Point } from "../../surfaces/surface";
import { pointOf } from "../../ui/page-scale";
import { orbitByKey, turned, zoomed } from "./orbit";
import type { Turning } from "./turning";

/** Radians a pixel. */
const [turnRate, tiltRate] = [0.008, 0.006];

/**
 * Turns a view by hand and by keys: a drag turns it, two fingers turn, tilt and zoom it, Ctrl or Cmd with the wheel zooms.
 * A wheel alone, and a finger that moves up or down, scroll the page as ever.
 */
export function useOrbit(target: RefObject<HTMLElement | null>, turning: Turning) {
  const pointers = useRef(new Map<number, Point>());

  useEffect(() => {
    const element = target.current;
    if (!element) return;
    // React listens passively, and what is passive cannot keep the page from zooming.
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      turning.turnTo(zoomed(turning.now(), Math.exp(-event.deltaY / (event.deltaMode === 0 ? 400 : 12))));
    };
    const onTouchMove = (event: TouchEvent) => {
      if (event.touches.length > 1) event.preventDefault();
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("touchmove", onTouchMove, { passive: false });
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("touchmove", onTouchMove);
    };
  }, [target, turning]);

  const end = ({ pointerId }: PointerEvent) => void pointers.current.delete(pointerId);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, pointOf(event));
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = pointers.current.get(event.pointerId);
      if (!from) return;
      const to: Point = pointOf(event);
      const share = 1 / pointers.current.size;
      // Up and down, one finger is on its way to scroll the page.
      const isScroll = event.pointerType === "touch" && share === 1;
      let next = turned(
        turning.now(),
        -(to[0] - from[0]) * turnRate * share,
        isScroll ? 0 : (to[1] - from[1]) * tiltRate * share,
      );
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (other) next = zoomed(next, distance(to, other) / Math.max(1, distance(from, other)));
      pointers.current.set(event.pointerId, to);
      turning.turnTo(next);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = orbitByKey(turning.now(), event.key);
      if (!next) return;
      event.preventDefault();
      // The arrows that turn the view must not move the cursor as well.
      event.stopPropagation();
      turning.turnTo(next);
    },
  };
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
