/** Sets an attribute that is not so already: told what it knows, a browser lays out and paints anew. */
export function writeAttribute(element: Element | null | undefined, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets a text that is not so already, for the same reason. */
export function writeText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
