import { quantize } from "gifenc";

export type Palette = readonly (readonly number[])[];

/** Colours that a palette has exactly as they are: a picture's flat tints, which lie so near to each other that a mean would be another hue. */
const mostExact = 200;

/** At most `most` colours for pixels (rgba): the most frequent as they are, for the edges between them what serves best. */
export function paletteOf(pixels: Uint8ClampedArray, most: number): Palette {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 4) {
    const colour = packed(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  if (byCount.length <= most) return byCount.map(unpacked);
  const exact = byCount.slice(0, mostExact).map(unpacked);
  const others = byCount.slice(mostExact).flatMap((colour) => [...unpacked(colour), 255]);
  return [...exact, ...quantize(Uint8ClampedArray.from(others), most - mostExact)];
}

/** What finds the nearest colour of a palette for each pixel (rgba), and remembers it for the next picture. */
export function indexerOf(palette: Palette): (pixels: Uint8ClampedArray) => Uint8Array {
  const known = new Map<number, number>();
  const nearest = (colour: number) => {
    const [r, g, b] = unpacked(colour) as [number, number, number];
    let [best, least] = [0, Infinity];
    palette.forEach(([pr, pg, pb], i) => {
      const distance = (r - pr!) ** 2 + (g - pg!) ** 2 + (b - pb!) ** 2;
      if (distance < least) [best, least] = [i, distance];
    });
    known.set(colour, best);
    return best;
  };
  return (pixels) => {
    const indices = new Uint8Array(pixels.length / 4);
    let [last, index] = [-1, 0];
    for (let i = 0; i < indices.length; i++) {
      const colour = packed(pixels[4 * i]!, pixels[4 * i + 1]!, pixels[4 * i + 2]!);
      if (colour !== last) index = known.get(colour) ?? nearest(colour);
      last = colour;
      indices[i] = index;
    }
    return indices;
  };
}

const packed = (r: number, g: number, b: number) => (r << 16) | (g << 8) | b;
const unpacked = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];
