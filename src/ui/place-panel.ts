import { boxOf, windowSize } from "./page-scale";
import { gap, placementOf } from "./placement";

/** Moves a panel to where it stands in the window, by its own style. */
export function placePanel(panel: HTMLElement, anchor: HTMLElement, align: "left" | "right"): void {
  // The whole height, though it may be cut short now.
  const height = panel.scrollHeight + panel.offsetHeight - panel.clientHeight;
  const { isAbove, left, maxHeight } = placementOf(
    boxOf(anchor),
    { width: panel.offsetWidth, height },
    windowSize(),
    align,
  );
  Object.assign(panel.style, {
    left: `${left}px`,
    top: isAbove ? "auto" : `calc(100% + ${gap}px)`,
    bottom: isAbove ? `calc(100% + ${gap}px)` : "auto",
    maxHeight: `${maxHeight}px`,
    // Only where it must: a panel that scrolls cuts off what opens in it.
    overflowY: height > maxHeight ? "auto" : "visible",
  });
}
