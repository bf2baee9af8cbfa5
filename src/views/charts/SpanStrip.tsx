import { useRef, type PointerEvent } from "react";
import { placeOn } from "../../ui/page-scale";
import { useSize } from "../../ui/use-size";
import { brushedSpan, movedSpan, scaleOf, type Span } from "./span";
import { chartsWords } from "../../words/en/charts";

type Props = {
  readonly span: Span;
  readonly steps: number;
  readonly onChange: (span: Span | undefined) => void;
};

/** A drag on the strip: of the span that was there, or of a new one. */
type Drag = { readonly from: number; readonly moved: Span | undefined };

/** All steps as a line, those shown as a bar on it: dragged along, or drawn anew beside it. The fields do it by keys. */
export function SpanStrip({ span, steps, onChange }: Props) {
  const [box, { width } = { width: 0 }] = useSize<HTMLSpanElement>();
  const drag = useRef<Drag>(undefined);
  const { x, stepAt } = scaleOf([0, steps], { left: 4, width: Math.max(1, width - 8) });
  const [left, right] = [x(span[0]), x(span[1])];
  const stepOf = (event: PointerEvent<Element>) => stepAt(placeOn(event.currentTarget, event)[0]);

  function begin(event: PointerEvent<Element>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = stepOf(event);
    const isZoomed = span[1] - span[0] < steps;
    drag.current = { from, moved: isZoomed && from >= span[0] && from <= span[1] ? span : undefined };
  }
  function go(event: PointerEvent<Element>) {
    if (!drag.current) return;
    const { from, moved } = drag.current;
    const at = stepOf(event);
    const next = moved ? movedSpan(moved, at - from, steps) : brushedSpan(from, at, steps);
    if (next && (next[0] !== span[0] || next[1] !== span[1])) onChange(next);
  }
  const end = () => {
    drag.current = undefined;
  };
  return (
    <span ref={box} className="charts-strip" title={chartsWords().strip}>
      <svg
        aria-hidden="true"
        width={width}
        height={24}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <rect className="charts-strip-press" width={width} height={24} />
        <path d={`M4,12H${Math.max(4, width - 4)}`} />
        <rect
          className="charts-strip-span"
          x={left.toFixed(1)}
          y={8}
          width={Math.max(3, right - left).toFixed(1)}
          height={8}
        />
      </svg>
    </span>
  );
}
