import type { Point } from "../../surfaces/surface";

/** Points along a line, near enough to each other to keep labels off it. */
export function inkAlong([x0, y0]: Point, [x1, y1]: Point, spacing = 5): Point[] {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length < 1e5)) return [];
  const parts = Math.max(1, Math.ceil(length / spacing));
  return Array.from({ length: parts + 1 }, (_, i) => [
    x0 + ((x1 - x0) * i) / parts,
    y0 + ((y1 - y0) * i) / parts,
  ]);
}

/** Points around an ellipse, as far as there is a map. */
export function inkAround([x, y]: Point, [a, b]: Point, parts = 72): Point[] {
  return Array.from({ length: parts }, (_, i) => {
    const angle = (2 * Math.PI * i) / parts;
    return [x + a * Math.cos(angle), y + b * Math.sin(angle)];
  });
}
