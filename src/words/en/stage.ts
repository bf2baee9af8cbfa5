import { inLanguage } from "../speak";

/** Words on the maps of a surface and beside them. */
export const stageWords = inLanguage("stage", {
  start: (place: string) => `start (${place})`,
  /** Before the letter f. */
  minimum: "minimum, ",
  startHandle: (x: string, y: string) => `start of all runs, x ${x}, y ${y}; arrow keys move it`,
  diverged: (step: number, loss: string | undefined) =>
    `diverged at step ${step}${loss === undefined ? "" : `, loss ${loss}`}`,
  range: (from: string, to: string) => `${from} to ${to}`,
  contourMap: "Contour map",
  inSpace: "3-D view",
  mapOf: (kind: string, surface: string, x: string, y: string) =>
    `${kind} of ${surface}, x from ${x}, y from ${y}`,
  marked: (minima: number) => `${minima === 1 ? "one minimum" : `${minima} minima`} marked`,
  paths: (runs: string, x: string, y: string) => `path of ${runs} from the start at ${x}, ${y}`,
  comma: ", ",
  semicolon: "; ",
  mapKeys: "map; Shift and the arrow keys move it",
  zoom: "zoom",
  zoomIn: "zoom in",
  zoomInKeys: " (+, or Ctrl and the wheel)",
  zoomOut: "zoom out",
  fit: "fit to the paths",
  whole: "show the whole surface",
});
