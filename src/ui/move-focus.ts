import type { KeyboardEvent } from "react";

/** Moves the focus among the choices of a panel; false where the key or the focus belongs to something else. */
export function moveFocus(
  { key, target }: KeyboardEvent,
  panel: HTMLElement,
  opener: Element | null,
): boolean {
  const items = [...panel.querySelectorAll<HTMLElement>(".menu-item:not(:disabled)")];
  const at = items.indexOf(target as HTMLElement);
  if (items.length === 0 || (at < 0 && target !== opener)) return false;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(at + 1, items.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: items.length - 1,
  };
  if (!Object.hasOwn(to, key)) return false;
  items[to[key]!]?.focus();
  return true;
}
