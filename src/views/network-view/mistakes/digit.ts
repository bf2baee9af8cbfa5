import type { Colour } from "../weights";

/** RGBA pixels of an image: ink of a colour on nothing; `ink` holds 0 to 255 a pixel. */
export function digitPixels(ink: Uint8Array, [red, green, blue]: Colour): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * ink.length);
  ink.forEach((value, i) => pixels.set([red, green, blue, value], 4 * i));
  return pixels;
}

/** Draws the image with that place in a set of images onto a canvas of the image's size. */
export function drawDigit(
  canvas: HTMLCanvasElement,
  { images, side }: { readonly images: Uint8Array; readonly side: number },
  place: number,
  colour: Colour,
): void {
  const ink = images.subarray(place * side * side, (place + 1) * side * side);
  canvas.width = side;
  canvas.height = side;
  canvas.getContext("2d")?.putImageData(new ImageData(digitPixels(ink, colour), side), 0, 0);
}
