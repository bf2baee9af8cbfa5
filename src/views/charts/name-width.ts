/** Width of a run's name at the end of its line in pixels, in the bold of the first chart (charts.css). */
export function nameWidth(name: string): number {
  pen ??= document.createElement("canvas").getContext("2d")!;
  pen.font = `600 12px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(name).width;
}

let pen: CanvasRenderingContext2D | undefined;
