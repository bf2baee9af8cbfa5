import { describe, expect, it } from "vitest";
import { surfaces } from "../../surfaces/index";
import type { Point } from "../../surfaces/surface";
import { fit, spanOf, toPixel, toPlane, type Viewport } from "./viewport";
import { blended, isWhole, panned, pictureMove, pinched } from "./gesture-moves";
import { around, limited, zoomed } from "./zoom";

const home = fit(surfaces.ravine, 944, 264);
const places: Point[] = [
  [0, 0],
  [944, 264],
  [100, 200],
  [472, 132],
];

describe("zooming at a pixel", () => {
  it.each(places)("%i, %i leaves the point under it where it is", (...pixel) => {
    for (const factor of [0.25, 1.5, 40])
      expectNear(toPixel(zoomed(home, factor, pixel), toPlane(home, pixel)), pixel);
  });

  it("shows a part so many times smaller, at one scale on both axes", () => {
    const near = zoomed(home, 4, [10, 20]);
    expect(spanOf(near.x)).toBeCloseTo(spanOf(home.x) / 4, 12);
    expectOneScale(near);
  });

  it("there and back is where one was", () => {
    const back = zoomed(zoomed(home, 3, [100, 50]), 1 / 3, [100, 50]);
    expectNear([...back.x, ...back.y], [...home.x, ...home.y]);
  });
});

it("a picture panned by some pixels has moved by them", () => {
  const moved = panned(zoomed(home, 5), [30, -12]);
  const [a, b] = toPixel(zoomed(home, 5), [0.1, 0.2]);
  expectNear(toPixel(moved, [0.1, 0.2]), [a + 30, b - 12]);
});

describe("a pinch", () => {
  const from = [[400, 100], [500, 140]] as const; // prettier-ignore

  it("keeps what is under two fingers that spread under them", () => {
    const to = [[350, 80], [550, 160]] as const; // prettier-ignore
    const pinch = pinched(home, from, to);
    from.forEach((finger, i) => expectNear(toPixel(pinch, toPlane(home, finger)), to[i]!));
    expect(spanOf(pinch.x)).toBeCloseTo(spanOf(home.x) / 2, 12);
  });

  it("of two fingers that move together pans", () => {
    const to = [[410, 120], [510, 160]] as const; // prettier-ignore
    expectNear(toPixel(pinched(home, from, to), toPlane(home, from[0])), to[0]);
    expect(spanOf(pinched(home, from, to).x)).toBeCloseTo(spanOf(home.x), 12);
  });
});

describe("what was drawn", () => {
  const live = panned(zoomed(home, 3, [200, 50]), [17, -9]);

  it("is moved to where it lies in another viewport", () => {
    const { scale, by } = pictureMove(home, live);
    for (const pixel of places)
      expectNear(toPixel(live, toPlane(home, pixel)), [by[0] + scale * pixel[0], by[1] + scale * pixel[1]]);
  });

  it("goes on the way there from one to the other, about the point that stays where it is", () => {
    expect(blended(home, live, 0)).toEqual(home);
    expectNear(blended(home, live, 1).x, live.x);
    const half = blended(home, zoomed(home, 3, [200, 50]), 0.5);
    expectOneScale(half);
    expectNear(toPixel(half, toPlane(home, [200, 50])), [200, 50]);
  });
});

describe("the whole surface", () => {
  it("is known again after a zoom there and back", () => {
    expect(isWhole(zoomed(zoomed(home, 1.5), 1 / 1.5), home)).toBe(true);
    expect(isWhole(zoomed(home, 1.01), home)).toBe(false);
  });
});

describe("a window of another shape than the map", () => {
  it.each([
    { x: [-1, 1], y: [-3, 3] },
    { x: [2, 9], y: [0, 0.1] },
  ] as const)("$x, $y is shown whole, in the middle, at one scale", (window) => {
    const viewport = around(window, { width: 300, height: 200 });
    expectOneScale(viewport);
    for (const axis of ["x", "y"] as const) {
      expect(viewport[axis][0]).toBeLessThanOrEqual(window[axis][0] + 1e-12);
      expect(viewport[axis][1]).toBeGreaterThanOrEqual(window[axis][1] - 1e-12);
      expect(viewport[axis][0] + viewport[axis][1]).toBeCloseTo(window[axis][0] + window[axis][1], 12);
    }
    const isFilled = (axis: "x" | "y") => spanOf(viewport[axis]) < spanOf(window[axis]) * (1 + 1e-12);
    expect(isFilled("x") || isFilled("y")).toBe(true);
  });
});

describe("limits", () => {
  it("leave alone what lies within them", () => {
    const near = zoomed(home, 100, [3, 4]);
    expectNear([...limited(near, home).x, ...limited(near, home).y], [...near.x, ...near.y]);
  });

  it("hold a zoom that would go on for ever, and a pan that would lose the surface", () => {
    expect(spanOf(limited(zoomed(home, 1e9), home).x)).toBeCloseTo(spanOf(home.x) * 1e-6, 12);
    const out = limited(zoomed(home, 1e-9), home);
    expect(spanOf(out.x)).toBeCloseTo(40 * spanOf(home.x), 6);
    const lost = limited(panned(zoomed(home, 2), [1e9, -1e9]), home);
    expectOneScale(lost);
    expect(lost.x[0]).toBeGreaterThanOrEqual(-20 * spanOf(home.x) - 1e-6);
    expect(lost.y[1]).toBeLessThanOrEqual(20 * spanOf(home.y) + 1e-6);
  });
});

const expectOneScale = ({ x, y, width, height }: Viewport) =>
  expect(spanOf(x) / width / (spanOf(y) / height)).toBeCloseTo(1, 9);

const expectNear = (given: readonly number[], wanted: readonly number[]) =>
  expect(given).toEqual(wanted.map((value) => expect.closeTo(value, 8) as number));
