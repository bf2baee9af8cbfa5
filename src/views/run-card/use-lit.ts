import { useState, type FocusEvent, type PointerEvent } from "react";

/** The name that is pointed at, or has the focus, and whether in the rule's formula. */
export type Lit = { readonly name: string; readonly isInRule: boolean };

/** What is pointed at within an element whose parts carry their names in `data-name`; a tap stays until the next. */
export function useLit() {
  const [lit, setLit] = useState<Lit>();
  const light = ({ target }: PointerEvent | FocusEvent) => {
    const element = target instanceof Element ? target.closest("[data-name]") : null;
    const name = element?.getAttribute("data-name") ?? undefined;
    const isInRule = Boolean(element?.closest(".run-card-rule > .menu > .menu-button"));
    setLit((before) => {
      if (name === undefined) return undefined;
      return before?.name === name && before.isInRule === isInRule ? before : { name, isInRule };
    });
  };
  const dim = () => setLit(undefined);
  const handlers = {
    onPointerOver: light,
    onPointerLeave: (event: PointerEvent) => event.pointerType !== "touch" && dim(),
    onFocus: light,
    onBlur: dim,
  };
  return { lit, handlers };
}
