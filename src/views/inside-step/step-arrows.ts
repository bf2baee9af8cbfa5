import type { ArrowStyle } from "./arrow-path";
import type { ArrowKind } from "./step-shape";

/** How each arrow is drawn; its colour and dash are in the style sheet. */
export const styles: Readonly<Record<ArrowKind, ArrowStyle>> = {
  step: { width: 3.6, isOpen: false, gap: 7 },
  downhill: { width: 1.8, isOpen: true, gap: 9 },
  seen: { width: 1.8, isOpen: true, gap: 9 },
  remembered: { width: 1.8, isOpen: true, gap: 9 },
  pull: { width: 1.8, isOpen: true, gap: 9 },
  cut: { width: 1.8, isOpen: true, gap: 9 },
};

/** From the lowest to the topmost: thin ones are seen on the step, where they lie along it. */
export const arrowKinds = Object.keys(styles) as ArrowKind[];
