import { inLanguage } from "../speak";

/** Words of the field in which a surface's formula is written. */
export const surfaceEditorWords = inLanguage("surfaceEditor", {
  field: "the surface's formula, in x and y",
  note: "Until this is right, the last surface that could be read is shown.",
  /** Around the italic letters x and y. */
  changeIt: ["Change it and it is yours. Any name beside ", " and ", " gets a slider."],
  parameter: (name: string) => `surface: ${name}`,
  window: "window",
  from: "from",
  to: "to",
  windowFrom: (axis: string) => `window: ${axis} from`,
  windowTo: (axis: string) => `window: ${axis} to`,
  mustBegin: (axis: string, below: number) => `${axis} must begin below ${below}`,
  mustEnd: (axis: string, above: number) => `${axis} must end above ${above}`,
});
