/** Fills the slots of typeset rows, and their words for those who hear them, with the numbers of a step. */
export function writeSlots(root: Element, textOf: (slot: string) => string): void {
  for (const element of root.querySelectorAll("[data-slot]")) {
    const text = textOf(element.getAttribute("data-slot")!);
    if (element.textContent !== text) element.textContent = text;
  }
}
