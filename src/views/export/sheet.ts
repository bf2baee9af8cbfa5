import type { Pencil } from "../contour-map/pen";

/** What a picture is drawn on: a canvas, or SVG being written. Both are drawn on by the same code. */
export type Sheet = {
  readonly context: Pencil;
  /** A shape of an SVG path. */
  readonly shape: (d: string) => Path2D;
  /** Draws what belongs together; `attributes` name it where the sheet keeps names. */
  readonly group: (attributes: Readonly<Record<string, string | number>>, draw: () => void) => void;
  /** Draws with another origin. */
  readonly at: (x: number, y: number, draw: () => void) => void;
  /** Draws only what lies in a rectangle. */
  readonly clipped: (box: Rectangle, draw: () => void) => void;
};

/** Upper left corner and size. */
export type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Something that can be drawn as it is at any step. */
export type Picture = {
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who cannot see it. */
  readonly label: string;
  readonly paint: (sheet: Sheet, step: number) => void;
};

/** A canvas as a sheet. */
export function canvasSheet(context: CanvasRenderingContext2D): Sheet {
  const kept = (draw: () => void) => {
    context.save();
    draw();
    context.restore();
  };
  return {
    context,
    shape: (d) => new Path2D(d),
    group: (_, draw) => kept(draw),
    at: (x, y, draw) =>
      kept(() => {
        context.translate(x, y);
        draw();
      }),
    clipped: ({ left, top, width, height }, draw) =>
      kept(() => {
        context.beginPath();
        context.rect(left, top, width, height);
        context.clip();
        draw();
      }),
  };
}
