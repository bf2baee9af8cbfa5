import { useMemo, useState } from "react";
import { useLab, useLabState } from "../store-context/store-context";
import { shownSpan, type Span } from "./span";

/** The steps that charts show, of so many; whether the row to choose them is open; and how both are changed. */
export function useZoom(steps: number) {
  const { actions } = useLab();
  const asked = useLabState(({ view }) => view.span);
  const [isOpen, setOpen] = useState(false);
  const span = useMemo(() => shownSpan(asked, steps), [asked, steps]);
  const isZoomed = span[1] - span[0] < steps;
  return {
    span,
    isOpen: isOpen || isZoomed,
    setSpan(span: Span | undefined) {
      setOpen(true);
      actions.setView({ span: span && span[1] - span[0] < steps ? span : undefined });
    },
    open(isOpen: boolean) {
      setOpen(isOpen);
      if (!isOpen) actions.setView({ span: undefined });
    },
  };
}
