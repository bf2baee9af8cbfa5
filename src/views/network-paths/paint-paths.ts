import { dashOf, markerOf } from "../run-mark/mark";
import type { NamedRun } from "../network-view/network-data";
import { tokenOf } from "../network-view/token-of";
import type { Frame } from "./frame-of";
import type { PathPoint, Paths } from "./paths";

/** Colours of the least and the greatest loss on the paths; between them by the loss's logarithm. */
export type LossScale = { readonly least: number; readonly greatest: number };

/** The range of losses of all points. */
export function lossScaleOf({ runs }: Paths): LossScale {
  const losses = runs.flat().map(({ loss }) => loss);
  return { least: Math.min(...losses), greatest: Math.max(...losses) };
}

/** How high a loss lies between the least and the greatest, in [0, 1]. */
export const heightIn = ({ least, greatest }: LossScale, loss: number): number =>
  greatest > least && least > 0 ? Math.log(loss / least) / Math.log(greatest / least) : 0;

/** Draws all paths: each a line in its run's colour, a dot a snapshot in the tone of the true loss there. */
export function paintPaths(
  context: CanvasRenderingContext2D,
  paths: Paths,
  runs: readonly NamedRun[],
  frame: Frame,
  step: number,
): void {
  const scale = lossScaleOf(paths);
  const [paper, ink, high, low] = ["--paper", "--ink", "--map-hi", "--contour"].map(tokenOf);
  const at = ({ x, y }: Pick<PathPoint, "x" | "y">) =>
    [frame.left + frame.scale * x, frame.top - frame.scale * y] as const;
  const line = (points: readonly PathPoint[], colour: string, width: number, dashes: number[]) => {
    context.beginPath();
    context.setLineDash(dashes);
    context.lineJoin = "round";
    context.strokeStyle = colour;
    context.lineWidth = width;
    for (const point of points) context.lineTo(...at(point));
    context.stroke();
  };
  for (const [i, { number }] of runs.entries()) {
    const points = paths.runs[i] ?? [];
    const past = points.filter((point) => point.step <= step);
    const colour = tokenOf(`--line-${number}`);
    context.globalAlpha = 0.38;
    line(points, colour, 1, []);
    context.globalAlpha = 1;
    line(past, paper!, 4, []);
    line(past, colour, 1.9, dashOf(number)?.split(" ").map(Number) ?? []);
    context.setLineDash([]);
    for (const point of past) {
      context.beginPath();
      context.arc(...at(point), 3, 0, 2 * Math.PI);
      context.fillStyle = `color-mix(in oklab, ${high} ${Math.round(100 * heightIn(scale, point.loss))}%, ${low})`;
      context.fill();
      context.lineWidth = 0.9;
      context.strokeStyle = colour;
      context.stroke();
    }
  }
  for (const [i, { number }] of runs.entries()) {
    const head = paths.runs[i]?.findLast((point) => point.step <= step);
    if (!head) continue;
    const [x, y] = at(head);
    context.save();
    context.translate(x, y);
    context.scale(5.5, 5.5);
    const marker = new Path2D(markerOf(number));
    context.fillStyle = tokenOf(`--line-${number}`);
    context.strokeStyle = paper!;
    context.lineWidth = 0.4;
    context.stroke(marker);
    context.fill(marker);
    context.restore();
  }
  context.beginPath();
  context.arc(frame.left, frame.top, 4.5, 0, 2 * Math.PI);
  context.fillStyle = paper!;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = ink!;
  context.stroke();
}
