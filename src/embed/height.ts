import type { Tell } from "./messages";

/**
 * Keeps a frame's page within the frame where it can be, and tells its host the height it would take by itself.
 * `data-short` marks a frame that is lower; there the page shares out the height it has.
 */
export function followHeight(root: Element, tell: Tell): void {
  let told = 0;
  const measure = () => {
    const page = root.firstElementChild;
    if (!(page instanceof HTMLElement)) return;
    // Measured without the limit and put back before anything is painted.
    delete page.dataset.short;
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height > innerHeight) page.dataset.short = "";
    if (height === told || height === 0) return;
    told = height;
    tell({ method: "height", params: { height } });
  };
  const sizes = new ResizeObserver(measure);
  sizes.observe(root);
  // What is added inside a page that is held short does not change the root's size.
  new MutationObserver(measure).observe(root, { childList: true, subtree: true });
  addEventListener("resize", measure);
  measure();
}
