import { inLanguage } from "../speak";

/** Words of saving pictures, recordings and scripts, and on the pictures themselves. */
export const exportWords = inLanguage("export", {
  save: "Save",
  kinds: {
    stage: "Maps",
    charts: "Charts",
    animation: "Animation",
    recording: "Recording",
    script: "Script",
  },
  /** A button: what is saved, and as what. */
  saveAs: (kind: string, format: string) => `${kind}: save as ${format}`,
  colours: "colours of pictures",
  themes: { light: "light", dark: "dark" },
  saved: (name: string) => `Saved ${name}.`,
  failed: (why: string) => `Could not be saved: ${why}.`,
  preparing: "preparing",
  progress: (percent: number) => `${percent} %`,
  cancel: "Cancel",
  nothing: "Nothing is recorded yet.",
  noCanvas: "this browser has no canvas",
  tooLarge: "the picture is too large for this browser",
  noVideo: "this browser records no video; GIF works",
  stageOf: (surface: string, runs: string) => `Contour map of ${surface} with the paths of ${runs}`,
  chartsOf: (objective: string, runs: string) => `Charts of ${runs} on ${objective}`,
  from: (place: string) => `from ${place}`,
  stepOf: (step: string, steps: string) => `step ${step} of ${steps}`,
  computedBy: (backend: string, precision: string) => ` · computed by ${backend}, ${precision}`,
  loss: (value: string) => `loss ${value}`,
  accuracy: (share: string) => `test ${share}`,
});
