type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Size = { readonly width: number; readonly height: number };

/** Where a panel stands: over or under its button, how far to the side of it, and how high it may be. */
export type Placement = { readonly isAbove: boolean; readonly left: number; readonly maxHeight: number };

/** Between a button and its panel, and between a panel and the window's edge. */
export const [gap, margin] = [6, 8];
/** A panel is never lower than this: where the window is, the page scrolls. */
const leastHeight = 200;

/** Keeps a panel in the window: on the side of its button that has room, moved inwards, and no higher than fits. */
export function placementOf(anchor: Box, panel: Size, window: Size, align: "left" | "right"): Placement {
  const below = window.height - anchor.bottom - gap - margin;
  const above = anchor.top - gap - margin;
  const isAbove = panel.height > below && above > below;
  const wished = align === "left" ? anchor.left : anchor.right - panel.width;
  const left = Math.max(margin, Math.min(wished, window.width - margin - panel.width));
  return {
    isAbove,
    left: left - anchor.left,
    maxHeight: Math.max(leastHeight, isAbove ? above : below),
  };
}
