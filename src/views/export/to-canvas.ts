import { exportWords } from "../../words/en/export";
import type { Inks } from "./inks";
import { paintPaper } from "./page";
import { canvasSheet, type Picture } from "./sheet";

/** A canvas for a picture at a scale, and what paints a step on it. */
export function canvasOf(picture: Picture, inks: Inks, scale: number) {
  const { width, height } = picture;
  const canvas = document.createElement("canvas");
  // Video has whole pairs of pixels.
  canvas.width = 2 * Math.round((scale * width) / 2);
  canvas.height = 2 * Math.round((scale * height) / 2);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error(exportWords().noCanvas);
  const sheet = canvasSheet(context);
  return {
    canvas,
    context,
    paint(step: number) {
      context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
      paintPaper(sheet, inks, width, height);
      picture.paint(sheet, step);
    },
  };
}

/** A picture as a PNG file, at twice its size. */
export async function toPng(picture: Picture, inks: Inks, step: number): Promise<Blob> {
  const { canvas, paint } = canvasOf(picture, inks, 2);
  paint(step);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error(exportWords().tooLarge);
  return blob;
}
