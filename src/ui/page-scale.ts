/**
 * How many times its usual size the page is drawn at, apart from the browser's own zoom: larger for who sees it from the
 * back of a room. Lengths of the style and of canvases stay as they are; what the browser tells of places is scaled.
 */
let scale = 1;
const listeners = new Set<() => void>();

/** The page's scale. */
export const pageScale = (): number => scale;

/** Whether the browser can draw a page larger and says so in its measures. */
export const canScale = (): boolean => "currentCSSZoom" in Element.prototype;

/** Draws the page at a scale from now on. */
export function setPageScale(next: number): void {
  if (next === scale || !canScale()) return;
  scale = next;
  document.documentElement.style.setProperty("--scale", String(next));
  document.documentElement.toggleAttribute("data-scaled", next !== 1);
  for (const listener of listeners) listener();
}

/** Calls back when the scale changes; returns what ends it. */
export function onPageScale(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Pixels of the device to one of the page's lengths. */
export const pixelDensity = (): number => (window.devicePixelRatio || 1) * scale;

/** The window's size, in the page's lengths; without a scroll bar, and whatever fingers have zoomed to. */
export function windowSize() {
  const { visualViewport } = window;
  const width = visualViewport ? visualViewport.width * visualViewport.scale : innerWidth;
  return { width: width / scale, height: innerHeight / scale };
}

/** Where an element stands in the window, in the page's lengths. */
export function boxOf(element: Element) {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const scaled = (length: number) => length / scale;
  return {
    ...{ left: scaled(left), top: scaled(top), right: scaled(right), bottom: scaled(bottom) },
    ...{ width: scaled(width), height: scaled(height) },
  };
}

/** Where a pointer is in the window, in the page's lengths. */
export const pointOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) =>
  [clientX / scale, clientY / scale] as const;

/** Where a pointer is on an element, from its upper left corner. */
export function placeOn(element: Element, at: { readonly clientX: number; readonly clientY: number }) {
  const { left, top } = boxOf(element);
  const [x, y] = pointOf(at);
  return [x - left, y - top] as const;
}

/** A media query as it has to be asked of a window that is so many times larger than the page it holds. */
export const scaledQuery = (query: string, by = scale): string =>
  query.replace(/([\d.]+)px/g, (_, length: string) => `${Number(length) * by}px`);
