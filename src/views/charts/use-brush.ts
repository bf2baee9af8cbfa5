import { useRef, type PointerEvent, type RefObject } from "react";
import { placeOn } from "../../ui/page-scale";
import type { Plot } from "./layout";
import { brushedSpan, scaleOf, type Span } from "./span";
import { nearestTo, type useScrub } from "./use-scrub";

type Brushing = { readonly plot: Plot; readonly from: number };

/**
 * A scrubber that chooses a span of steps where Shift is held: the brush is drawn by moving `mark`, and what it
 * covers is handed on once it is let go.
 */
export function useBrush(
  plots: readonly Plot[],
  { span, steps }: { span: Span; steps: number },
  scrub: ReturnType<typeof useScrub>,
  mark: RefObject<SVGRectElement | null>,
  onBrush: (span: Span) => void,
) {
  const brushing = useRef<Brushing>(undefined);
  const xOf = (event: PointerEvent<Element>, { left, width }: Plot) =>
    Math.max(left, Math.min(placeOn(event.currentTarget, event)[0], left + width));

  const draw = (event: PointerEvent<Element>, { plot, from }: Brushing) => {
    const x = xOf(event, plot);
    const column = plots.filter(({ columnLeft }) => columnLeft === plot.columnLeft);
    const bottom = column.at(-1)!.top + column.at(-1)!.height;
    mark.current?.setAttribute("x", String(Math.min(from, x)));
    mark.current?.setAttribute("width", String(Math.abs(x - from)));
    mark.current?.setAttribute("y", String(column[0]!.top));
    mark.current?.setAttribute("height", String(bottom - column[0]!.top));
  };
  const end = () => {
    brushing.current = undefined;
    mark.current?.setAttribute("width", "0");
  };

  return {
    onPointerDown(event: PointerEvent<Element>) {
      if (!event.shiftKey || event.button !== 0) return scrub.onPointerDown(event);
      const plot = nearestTo(plots, placeOn(event.currentTarget, event)[0]);
      if (!plot) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      brushing.current = { plot, from: xOf(event, plot) };
    },
    onPointerMove(event: PointerEvent<Element>) {
      if (brushing.current) draw(event, brushing.current);
      else scrub.onPointerMove(event);
    },
    onPointerUp(event: PointerEvent<Element>) {
      if (!brushing.current) return scrub.onPointerUp();
      const { plot, from } = brushing.current;
      const { stepAt } = scaleOf(span, plot);
      const brushed = brushedSpan(stepAt(from), stepAt(xOf(event, plot)), steps);
      end();
      if (brushed) onBrush(brushed);
    },
    onPointerCancel() {
      end();
      scrub.onPointerCancel();
    },
  };
}
