import { useRef, type PointerEvent } from "react";
import { boxOf, placeOn } from "./page-scale";

/** What a place on a track would do: where it lies, from 0 to 1, how high its scent is, and what is said of it. */
export type Told = { readonly at: number; readonly height?: number | undefined; readonly text: string };

/**
 * Says what the place under a resting or moving pointer would do, past React: writes the words, moves what shows them
 * and the mark on the scent. A finger or a drag moves the slider itself: nothing else is said then.
 */
export function usePointed(toldAt: ((position: number) => Told | undefined) | undefined, inset: number) {
  const readout = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const mark = useRef<SVGSVGElement>(null);

  const leave = () => {
    readout.current?.removeAttribute("data-pointed");
    readout.current?.style.removeProperty("--pointed");
    mark.current?.setAttribute("visibility", "hidden");
  };
  const move = (event: PointerEvent<Element>) => {
    if (!readout.current || !words.current || !mark.current) return;
    const { width } = boxOf(event.currentTarget);
    const position = (placeOn(event.currentTarget, event)[0] - inset) / Math.max(1, width - 2 * inset);
    const isPointing = event.pointerType !== "touch" && event.buttons === 0;
    const told = isPointing ? toldAt?.(Math.max(0, Math.min(position, 1))) : undefined;
    if (!told) return leave();
    words.current.textContent = told.text;
    readout.current.style.setProperty("--pointed", String(told.at));
    readout.current.setAttribute("data-pointed", "");
    mark.current.setAttribute("x", `${100 * told.at}%`);
    mark.current.setAttribute("visibility", told.height === undefined ? "hidden" : "visible");
    mark.current.firstElementChild?.setAttribute("cy", String(told.height ?? 0));
  };
  return {
    readout,
    words,
    mark,
    handlers: { onPointerMove: move, onPointerDown: leave, onPointerLeave: leave },
  };
}
