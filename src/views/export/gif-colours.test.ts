import { expect, test } from "vitest";
import { indexerOf, paletteOf } from "./gif-colours";

test("few colours are kept exactly as they are", () => {
  const pixels = rgba([[20, 23, 26], [20, 23, 27], [77, 161, 225], [20, 23, 26]]); // prettier-ignore
  const palette = paletteOf(pixels, 255);
  expect(palette).toHaveLength(3);
  expect([...indexerOf(palette)(pixels)].map((i) => palette[i])).toEqual([
    [20, 23, 26],
    [20, 23, 27],
    [77, 161, 225],
    [20, 23, 26],
  ]);
});

test("of many, the frequent are exact and the others near; there are never more than asked for", () => {
  const flat = Array.from({ length: 20 }, (_, i) => [23 + i, 27 + i, 31 + i]);
  const edges = Array.from({ length: 3000 }, (_, i) => [i % 256, (7 * i) % 256, (i * i) % 256]);
  const pixels = rgba([...Array.from({ length: 50 }, () => flat).flat(), ...edges]);
  const palette = paletteOf(pixels, 255);
  expect(palette.length).toBeLessThanOrEqual(255);
  for (const colour of flat) expect(palette).toContainEqual(colour);
  const indices = indexerOf(palette)(pixels);
  const off = Math.max(...palette[indices[1500]!]!.map((part, k) => Math.abs(part - pixels[4 * 1500 + k]!)));
  expect(off).toBeLessThan(80);
});

const rgba = (colours: readonly (readonly number[])[]) =>
  Uint8ClampedArray.from(colours.flatMap((colour) => [...colour, 255]));
