import { useState, type FocusEvent, type PointerEvent } from "react";

/** The name that is pointed at, or has the focus, and whether in the rule's formula. */
export type Lit = { readonly name: string; readonly isInRule: boolean };

/** What is pointed at within an element whose parts carry their names in `data-name`; a tap stays until the next. */
export function useLit() {
  const [lit, setLit] = useState<Lit>();
  const light = (event: PointerEvent | FocusEvent) => {
    const element = event.target instanceof Element ? event.target.closest("[data-name]") : null;
    const name = element?.getAttribute("data-name") ?? undefined;
    // A tap on the rule opens it whole, and explains the symbol there.
    const isTap = "pointerType" in event && event.pointerType === "touch";
    const isInRule = !isTap && Boolean(element?.closest(".run-card-rule > .menu > .menu-button"));
    setLit((before) => {
      // What takes the focus after a tap has no name, and is not to undo it.
      if (name === undefined) return event.type === "focus" ? before : undefined;
      return before?.name === name && before.isInRule === isInRule ? before : { name, isInRule };
    });
  };
  const dim = () => setLit(undefined);
  const handlers = {
    onPointerOver: light,
    onPointerLeave: (event: PointerEvent) => event.pointerType !== "touch" && dim(),
    onFocus: light,
    onBlur: ({ target }: FocusEvent) => target.closest("[data-name]") && dim(),
  };
  return { lit, handlers };
}
