/** Width of a run's name at the end of its line in pixels, in the bold of the first chart (charts.css). */
export const measuredWidth = (name: string): number => (pen ??= boldPen()).measureText(name).width;

let pen: CanvasRenderingContext2D | undefined;

function boldPen(): CanvasRenderingContext2D {
  const made = document.createElement("canvas").getContext("2d")!;
  made.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
  return made;
}
