import { useRef, type MouseEvent, type PointerEvent } from "react";
import { placeOn } from "../../ui/page-scale";
import { useLab } from "../store-context/store-context";
import { startAt } from "./start-steps";
import type { Viewport } from "./viewport";

/**
 * Sets the start where a map is pressed, and drags it on. A finger drags by the handle alone, and sets by a tap:
 * anywhere else its movement is the page's scroll.
 */
export function useStartDrag(viewport: Viewport) {
  const { actions } = useLab();
  const isDragging = useRef(false);
  const wasTouch = useRef(false);

  const setFrom = (event: MouseEvent) => {
    actions.setStart(startAt(placeOn(event.currentTarget, event), viewport));
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      wasTouch.current = event.pointerType === "touch";
      const isOnHandle = (event.target as Element).closest("[data-start-handle]") !== null;
      // With Shift held the map is dragged, not the start.
      if (event.button !== 0 || event.shiftKey || isForControl(event.target)) return;
      if (wasTouch.current && !isOnHandle) return;
      isDragging.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      if (!isOnHandle) setFrom(event);
    },
    onPointerMove(event: PointerEvent) {
      if (isDragging.current) setFrom(event);
    },
    onPointerUp() {
      isDragging.current = false;
    },
    onPointerCancel() {
      isDragging.current = false;
    },
    onClick(event: MouseEvent) {
      if (
        wasTouch.current &&
        !isForControl(event.target) &&
        !(event.target as Element).closest("[data-start-handle]")
      )
        setFrom(event);
      wasTouch.current = false;
    },
  };
}

/** Whether the pressed element is a control of its own, such as an invitation on an empty map. */
const isForControl = (target: EventTarget) =>
  (target as Element).closest("a, button:not([data-start-handle]), input") !== null;
