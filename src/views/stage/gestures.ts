import type { Point } from "../../surfaces/surface";
import { placeOn, pointOf } from "../../ui/page-scale";
import { panned, pinched, type Pinch } from "../contour-map/gesture-moves";
import { zoomed } from "../contour-map/zoom";
import type { Camera } from "./camera";

/** Greatest turn of a wheel that one event may tell, and the zoom it makes for each pixel of it. */
const [mostTurned, perPixel] = [30, 0.01];

/**
 * Zooms the maps of a stage by Ctrl or Cmd and the wheel and by two fingers, and drags them with Shift held or by the middle
 * button. The plain wheel and one finger are the page's. Returns what ends that.
 */
export function followGestures(stage: HTMLElement, camera: Camera): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let pinch: { readonly map: Element; readonly fingers: Pinch } | undefined;
  let dragged: { readonly pointer: number; readonly at: Point } | undefined;

  const onWheel = (event: WheelEvent) => {
    const map = mapOf(event.target);
    if (!map || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // Lines and pages are told by wheels that turn in notches.
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 15;
    const factor = Math.exp(-perPixel * Math.min(Math.max(pixels, -mostTurned), mostTurned));
    const at = placeOn(map, event);
    camera.move((viewport) => zoomed(viewport, factor, at));
  };

  const onTouch = (event: TouchEvent) => {
    const [a, b] = event.touches;
    const map = mapOf(event.target);
    if (event.touches.length !== 2 || !map || !a || !b) {
      pinch = undefined;
      return;
    }
    event.preventDefault();
    const fingers: Pinch = [placeOn(map, a), placeOn(map, b)];
    const from = pinch?.map === map ? pinch.fingers : undefined;
    pinch = { map, fingers };
    if (from) camera.move((viewport) => pinched(viewport, from, fingers));
  };

  const onPointerDown = (event: PointerEvent) => {
    const map = mapOf(event.target);
    const isDrag = event.button === 1 || (event.button === 0 && event.shiftKey);
    if (!map || !isDrag || event.pointerType === "touch") return;
    event.preventDefault();
    map.setPointerCapture(event.pointerId);
    dragged = { pointer: event.pointerId, at: pointOf(event) };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (dragged?.pointer !== event.pointerId) return;
    const [x, y] = dragged.at;
    const at: Point = pointOf(event);
    dragged = { ...dragged, at };
    camera.move((viewport) => panned(viewport, [at[0] - x, at[1] - y]));
  };
  const onPointerEnd = () => (dragged = undefined);

  stage.addEventListener("wheel", onWheel, { passive: false, signal });
  for (const type of ["touchstart", "touchmove", "touchend", "touchcancel"] as const)
    stage.addEventListener(type, onTouch, { passive: false, signal });
  stage.addEventListener("pointerdown", onPointerDown, { signal });
  stage.addEventListener("pointermove", onPointerMove, { signal });
  stage.addEventListener("pointerup", onPointerEnd, { signal });
  stage.addEventListener("pointercancel", onPointerEnd, { signal });
  return () => ending.abort();
}

const mapOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>(".contour-map") : null;
