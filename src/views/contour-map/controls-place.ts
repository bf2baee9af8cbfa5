import type { Point } from "../../surfaces/surface";
import { boxAbout, overlap, type Box } from "./places";
import { isSmall, type Viewport } from "./viewport";

/** Room for four buttons, or for the one that unfolds them on a small map. */
const [usual, small] = [[112, 32], [44, 44]] as const; // prettier-ignore
/** Left of it stand the y ticks. */
const ticks = 40;

/**
 * The corner of a map where its zoom buttons stand: at the right, away from the read-out, unless one of `marks` is there and
 * none in another.
 */
export function controlsPlace(viewport: Viewport, marks: readonly Point[], readOut: Box | undefined): Box {
  const { width, height } = viewport;
  const [across, down] = isSmall(viewport) ? small : usual;
  const corner = (isRight: boolean, isTop: boolean): Box => {
    const x0 = isRight ? width - across : ticks;
    const y0 = isTop ? 0 : height - down;
    return { x0, y0, x1: x0 + across, y1: y0 + down };
  };
  const corners = [corner(true, true), corner(true, false), corner(false, true), corner(false, false)].filter(
    (box) => !readOut || !overlap(box, readOut),
  );
  return corners.find((box) => marks.every((mark) => !overlap(box, boxAbout(mark, 16, 16)))) ?? corners[0]!;
}
