import { describe, expect, it } from "vitest";
import { resolveSurface, surfaces } from "../../surfaces/index";
import { createRecording } from "../../experiment/recording";
import type { Point } from "../../surfaces/surface";
import { traceOf } from "./trace";
import { arrange, type Wording } from "./arrangement";
import { surfaceMapOf } from "./surface-map";
import { boxAbout, clearance, inkOf, overlap, widthOf } from "./places";
import { numeralInterval } from "./step-numerals";
import { fit, isOn, toPixel } from "./viewport";
import { wedgeOf } from "./wedge";
import { around } from "./zoom";

const viewport = fit(surfaces.ravine, 944, 264);

describe("a path on the map", () => {
  const trace = traceOf(momentumFrom([-9, 2], 0.015, 0.9, 100), 0, viewport);

  it("begins at the start and has a segment for every step", () => {
    expect(trace.last).toBe(100);
    expect(trace.pointAt(0)[0]).toBeCloseTo(47.2, 6);
    expect(trace.segments.some(Number.isNaN)).toBe(false);
    expect(trace.segments.subarray(0, 2)).toEqual(Float64Array.from(trace.pointAt(0)));
  });

  it("has dots at least 7 px apart", () => {
    trace.dots.slice(1).forEach((dot, i) => {
      const [a, b] = [trace.pointAt(trace.dots[i]!), trace.pointAt(dot)];
      expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThanOrEqual(7);
    });
  });

  it("has no wedge while it is on the map", () => {
    for (let step = 0; step <= 100; step++) expect(wedgeOf(trace, step, viewport)).toBeUndefined();
  });
});

describe("a path that diverges", () => {
  const recording = momentumFrom([-9, 2], 0.042, 0, 200);
  const trace = traceOf(recording, 0, viewport);
  const departure = Array.from({ length: trace.last + 1 }, (_, step) => step).findLast((step) =>
    isOn(viewport, trace.pointAt(step)),
  )!;

  it("ends where it leaves the map for good", () => {
    expect(recording.diverged(0)).toBeDefined();
    expect(Number.isNaN(trace.segments[4 * departure])).toBe(false);
    expect(trace.segments.subarray(4 * (departure + 1)).every(Number.isNaN)).toBe(true);
  });

  it("leaves a wedge on the border, and leaves it there", () => {
    const wedge = wedgeOf(trace, departure + 1, viewport)!;
    expect(["top", "bottom"]).toContain(wedge.side);
    expect(wedge.at[1]).toBe(wedge.side === "top" ? 0 : viewport.height);
    expect(wedge.at[0]).toBeGreaterThan(0);
    expect(wedge.at[0]).toBeLessThan(viewport.width);
    expect(wedgeOf(trace, trace.last, viewport)).toEqual(wedge);
  });
});

describe("a map zoomed in between two iterates", () => {
  const recording = momentumFrom([-9, 2], 0.015, 0.9, 100);
  const middle = [0, 1].map(
    (axis) => (recording.positionAt(0, 1)[axis]! + recording.positionAt(0, 2)[axis]!) / 2,
  ) as [number, number];
  const near = around(
    { x: [middle[0] - 0.01, middle[0] + 0.01], y: [middle[1] - 0.01, middle[1] + 0.01] },
    viewport,
  );
  const trace = traceOf(recording, 0, near, viewport);

  it("shows the line that joins them, though neither is on it", () => {
    expect(isOn(near, trace.pointAt(1)) || isOn(near, trace.pointAt(2))).toBe(false);
    expect(trace.segments.subarray(4, 8).some(Number.isNaN)).toBe(false);
  });

  it("has its wedge where the line leaves it", () => {
    const { at, side } = wedgeOf(trace, 2, near)!;
    expect(side).toBe("bottom");
    const share = (near.height - trace.pointAt(1)[1]) / (trace.pointAt(2)[1] - trace.pointAt(1)[1]);
    expect(at[0]).toBeCloseTo(trace.pointAt(1)[0] + share * (trace.pointAt(2)[0] - trace.pointAt(1)[0]), 6);
  });
});

it("a run that has left a zoomed map, and passes it by at every side since, is marked where it left", () => {
  const recording = momentumFrom([-9, 2], 0.015, 0.9, 40);
  const near = around({ x: [-5.062, -0.6], y: [-0.62, 0.604] }, viewport);
  const trace = traceOf(recording, 0, near, viewport);
  const wedge = wedgeOf(trace, 40, near)!;
  const left = Array.from({ length: 41 }, (_, step) => step).findLast((step) =>
    isOn(near, trace.pointAt(step)),
  )!;
  expect(wedge).toEqual(wedgeOf(trace, left + 1, near));
});

it("a run that was never on the map is marked on the side it lies", () => {
  const trace = traceOf(momentumFrom([50, 0], 0.01, 0, 1), 0, viewport);
  expect(wedgeOf(trace, 0, viewport)).toEqual({ at: [944, 132], side: "right" });
});

describe("words and numerals among the paths", () => {
  const start: Point = [-9, 2];
  const runs = [momentumFrom(start, 0.015, 0.9, 100), momentumFrom(start, 0.035, 0, 100)];
  const map = surfaceMapOf(surfaces.ravine, {}, 944, 264);
  const wording: Wording = {
    start: "start (−9, 2)",
    minimum: "minimum, f = 0",
    steps: 100,
    numeralSize: 11.5,
  };

  it.each(runs.map((run, i) => [["momentum", "gradient descent"][i]!, run] as const))(
    "of %s do not lie on each other",
    (_, run) => {
      const trace = traceOf(run, 0, map.viewport);
      const { startLabel, minimumLabel, numerals } = arrange(
        map,
        [trace],
        toPixel(map.viewport, start),
        wording,
      );
      expect(startLabel).toBeDefined();
      expect(minimumLabel).toBeDefined();
      expect(numerals[0]!.length).toBeGreaterThan(1);
      expect(numerals[0]!.length).toBeLessThanOrEqual(12);
      const boxes = [
        boxAbout(startLabel!, widthOf(wording.start!, 12), 14),
        boxAbout(minimumLabel!, widthOf(wording.minimum!, 12), 14),
        ...numerals[0]!.map(({ step, text }) => boxAbout(text, widthOf(String(step), 11.5), 11.5)),
        ...map.numerals.map(({ text, at }) => boxAbout(at, widthOf(text, 10.5), 11)),
      ];
      boxes.forEach((box, i) => {
        expect(boxes.slice(i + 1).filter((other) => overlap(box, other, 0))).toEqual([]);
        expect(box.x0).toBeGreaterThanOrEqual(0);
        expect(box.x1).toBeLessThanOrEqual(944);
      });
    },
  );

  it("keep off the path", () => {
    const trace = traceOf(runs[0]!, 0, map.viewport);
    const ink = inkOf([trace], map.viewport);
    const { numerals } = arrange(map, [trace], toPixel(map.viewport, start), wording);
    for (const { step, text } of numerals[0]!)
      expect(clearance(boxAbout(text, widthOf(String(step), 11.5), 11.5), ink)).toBeGreaterThan(2);
  });

  it("are at most a dozen, however long the recording", () => {
    for (const steps of [1, 10, 100, 137, 1000, 5000])
      expect(steps / numeralInterval(steps)).toBeLessThanOrEqual(12);
  });
});

describe("the numerals of contours", () => {
  it.each(Object.keys(surfaces))("of %s stand on the map, apart from each other", (id) => {
    const { numerals, viewport: map } = surfaceMapOf(resolveSurface(id), {}, 944, 464);
    // All contours of Easom's ring one small hole: there is room for one number beside it.
    expect(numerals.length).toBeGreaterThan(id === "easom" ? 0 : 1);
    expect(numerals.length).toBeLessThanOrEqual(4);
    numerals.forEach(({ at }, i) => {
      expect(isOn(map, at)).toBe(true);
      for (const other of numerals.slice(i + 1))
        expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1])).toBeGreaterThan(24);
    });
  });
});

it("a surface without a known minimum has numerals, too, from its lowest place on", () => {
  const slope = { ...surfaces.booth, value: "x + y", minima: [] };
  const { numerals, lowest } = surfaceMapOf(slope, {}, 464, 464);
  expect(lowest).toBeUndefined();
  expect(numerals.length).toBeGreaterThan(1);
});

it("the read-out makes room for what a surface marks in its corner", () => {
  const readOutOf = (start: Point) =>
    surfaceMapOf({ ...surfaces.booth, start }, {}, 464, 464).readOut!.baseLine;
  expect(readOutOf([-8, 7])).toBe(20);
  expect(readOutOf([9, 9])).toBe(464 - 11);
});

/** Heavy ball on the ravine, kappa 50. */
function momentumFrom(start: Point, lr: number, momentum: number, steps: number) {
  const recording = createRecording(1, steps, true);
  const theta = new Float64Array(2 * (steps + 1));
  const gradient = new Float64Array(2 * (steps + 1));
  const loss = new Float64Array(steps + 1);
  let [x, y, bx, by] = [...start, 0, 0] as [number, number, number, number];
  for (let k = 0; k <= steps; k++) {
    theta.set([x, y], 2 * k);
    gradient.set([x, 50 * y], 2 * k);
    loss[k] = (x * x + 50 * y * y) / 2;
    [bx, by] = [momentum * bx + x, momentum * by + 50 * y];
    [x, y] = [x - lr * bx, y - lr * by];
  }
  recording.append({ first: 0, count: steps + 1, runs: 1, loss, theta, gradient, checkpoints: [] });
  return recording;
}
