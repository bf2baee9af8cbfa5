import { describe, expect, test } from "vitest";
import { randomOf, type Random } from "../../experiment/random";
import { augmented } from "./augment";

const side = 28;

test("by nothing an image stays as it is", () => {
  const image = digit();
  expect(moved(image, 0, 0, randomOf(1, "augmentation"))).toEqual(image);
});

test("a shift moves every pixel by whole pixels, and lets paper in", () => {
  const image = digit();
  // Of a draw: the angle, then how far right, then how far down.
  for (const [u, v, dx, dy] of [
    [0, 0.999, -3, 3],
    [0.5, 0.5, 0, 0],
    [0.999, 0.3, 3, -1],
  ] as const) {
    const found = moved(image, 3, 0, drawing(0.7, u, v));
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        const [x, y] = [column - dx, row - dy];
        const isInside = x >= 0 && x < side && y >= 0 && y < side;
        expect(found[row * side + column]).toBe(isInside ? image[y * side + x] : 0);
      }
  }
});

describe("a turn", () => {
  test("keeps the ink, to a few percent, where none leaves the image", () => {
    for (const draw of [0, 0.2, 0.45, 0.8, 0.999]) {
      const found = moved(digit(), 0, 45, drawing(draw, 0.5, 0.5));
      expect(found).not.toEqual(digit());
      expect(Math.abs(inkOf(found) / inkOf(digit()) - 1)).toBeLessThan(0.03);
    }
  });

  test("by a quarter puts rows where columns were", () => {
    const image = digit();
    const found = moved(image, 0, 90, drawing(1, 0.5, 0.5));
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++)
        expect(found[row * side + column]).toBe(image[(side - 1 - column) * side + row]);
  });

  test("by some degrees is of that many degrees, to the side it says", () => {
    // A mark right of the middle, turned clockwise: rows count downwards.
    const mark = new Uint8Array(side * side);
    for (const row of [13, 14]) for (const column of [22, 23]) mark[row * side + column] = 255;
    const found = moved(mark, 0, 30, drawing(1, 0.5, 0.5));
    const [x, y] = middleOf(found);
    expect((Math.atan2(y - 13.5, x - 13.5) * 180) / Math.PI).toBeCloseTo(30, 0);
  });
});

test("how far is drawn evenly, each distance up to the bound as often as another, and never farther", () => {
  const mark = new Uint8Array(side * side);
  mark[14 * side + 14] = 255;
  const random = randomOf(2, "augmentation");
  const counts = new Map<string, number>();
  for (let i = 0; i < 5000; i++) {
    const at = moved(mark, 2, 0, random).indexOf(255);
    const place = `${(at % side) - 14},${Math.floor(at / side) - 14}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  expect(counts.size).toBe(25);
  // 200 of each; four deviations are 55.
  for (const [place, count] of counts) expect(Math.abs(count - 200), place).toBeLessThan(60);
});

test("ink stays ink: from 0 to 255, and paper all around a turned image", () => {
  const black = new Uint8Array(side * side).fill(255);
  const found = moved(black, 0, 45, drawing(0, 0.5, 0.5));
  expect(found[0]).toBe(0);
  expect(found[14 * side + 14]).toBe(255);
});

function moved(image: Uint8Array, shift: number, rotate: number, random: Random): Uint8Array {
  const target = new Uint8Array(image.length).fill(7);
  augmented(image, target, side, { shift, rotate }, random);
  return target;
}

/** A stream of the given uniform numbers. */
function drawing(...numbers: number[]): Random {
  return { ...randomOf(1, "unused"), uniform: () => numbers.shift()! };
}

/** Some shape with paper around it. */
function digit(): Uint8Array {
  const image = new Uint8Array(side * side);
  for (let row = 7; row < 21; row++)
    for (let column = 9; column < 19; column++)
      if ((row - 14) ** 2 / 49 + (column - 14) ** 2 / 25 < 1)
        image[row * side + column] = 90 + 5 * row + 3 * column;
  return image;
}

const inkOf = (image: Uint8Array) => image.reduce((sum, ink) => sum + ink, 0);

function middleOf(image: Uint8Array): [number, number] {
  let [x, y] = [0, 0];
  image.forEach((ink, i) => {
    x += ink * (i % side);
    y += ink * Math.floor(i / side);
  });
  return [x / inkOf(image), y / inkOf(image)];
}
