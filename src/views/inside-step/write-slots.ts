import { writeText } from "../../ui/write";

/** Fills the slots of what is typeset with the numbers of a step; returns how many characters they have. */
export function writeSlots(root: Element, textOf: (slot: string) => string): number {
  let length = 0;
  for (const element of root.querySelectorAll("[data-slot]")) {
    const text = textOf(element.getAttribute("data-slot")!);
    writeText(element, text);
    length += text.length;
  }
  return length;
}
