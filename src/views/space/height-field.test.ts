import { expect, it } from "vitest";
import { surfaces } from "../../surfaces";
import { toPlane } from "../contour-map/viewport";
import { valueFunctionOf } from "../contour-map/value-function";
import { bandsOf, mostBands } from "./bands";
import { heightAt, heightFieldOf } from "./height-field";
import { reliefMeshOf } from "./relief-mesh";
import { tallestOf, toWindow, toWorld } from "./world";

const all = Object.entries(surfaces);

it.each(all)("of %s every height is a number from 0 to 1, and some are high and some low", (_, surface) => {
  const { heights } = heightFieldOf(surface, {});
  let [least, greatest] = [Infinity, -Infinity];
  for (const height of heights) [least, greatest] = [Math.min(least, height), Math.max(greatest, height)];
  expect(least).toBeGreaterThanOrEqual(0);
  expect(greatest).toBeLessThanOrEqual(1);
  expect(greatest - least).toBeGreaterThan(0.5);
});

it.each(all)("of %s a contour lies at the height of its tint, as many as the shader holds", (_, surface) => {
  const { levels } = heightFieldOf(surface, {});
  const { heights, isBold, tints } = bandsOf(levels);
  expect(levels.levels.length).toBeLessThanOrEqual(mostBands);
  expect(heights).toEqual(levels.levels.map(levels.tintOf));
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(isBold).toEqual(levels.levels.map((level) => levels.bold.has(level)));
  expect(tints).toHaveLength(heights.length + 1);
});

it("a lower loss never stands higher", () => {
  const field = heightFieldOf(surfaces.rosenbrock!, {});
  const valueAt = valueFunctionOf(surfaces.rosenbrock!, {});
  const samples = [...field.heights].flatMap((height, at) => {
    if (at % 97 > 0) return [];
    const [i, j] = [at % field.columns, Math.floor(at / field.columns)];
    const { width, height: high } = field.viewport;
    const pixel = [(i / (field.columns - 1)) * width, (j / (field.rows - 1)) * high] as const;
    return [{ height, loss: valueAt(...toPlane(field.viewport, pixel)), pixel }];
  });
  samples.sort((a, b) => a.loss - b.loss);
  samples
    .slice(1)
    .forEach(({ height }, i) => expect(height).toBeGreaterThanOrEqual(samples[i]!.height - 1e-6));
  for (const { height, pixel } of samples) expect(heightAt(field, pixel)).toBeCloseTo(height, 5);
});

it("the mesh spans the window, faces upwards, and is as high as it says", () => {
  const field = heightFieldOf(surfaces.ravine!, {});
  const { columns, rows, viewport, heights } = field;
  const { position, normal, place, index } = reliefMeshOf(field);
  expect(position).toHaveLength(3 * columns * rows);
  expect(place.subarray(-2)).toEqual(new Float32Array([1, 1]));
  const last = columns * rows - 1;
  toWorld(viewport, [viewport.width, viewport.height], heights[last]!).forEach((part, i) =>
    expect(position[3 * last + i]).toBeCloseTo(part, 6),
  );
  const corner = (k: number) => position.subarray(3 * index[k]!, 3 * index[k]! + 3);
  for (let k = 0; k < index.length; k += 3 * 1009) {
    const [a, b, c] = [corner(k), corner(k + 1), corner(k + 2)];
    expect((b[0]! - a[0]!) * (c[1]! - a[1]!) - (c[0]! - a[0]!) * (b[1]! - a[1]!)).toBeGreaterThan(0);
  }
  for (let k = 2; k < normal.length; k += 3) expect(normal[k]).toBeGreaterThan(0);
});

it("a point raised into space lies above where it was", () => {
  const { viewport } = heightFieldOf(surfaces.ravine!, {});
  const place = toWorld(viewport, [123, 45], 1);
  expect(place[2]).toBe(tallestOf(viewport));
  const [x, y] = toWindow(viewport, place);
  expect([x, y].map((part) => Math.round(part * 1e6) / 1e6)).toEqual([123, 45]);
});
