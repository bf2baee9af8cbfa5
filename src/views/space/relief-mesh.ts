import { BufferAttribute, BufferGeometry } from "three";
import type { HeightField } from "./height-field";
import { tallestOf, toWorld } from "./world";

/** A height field as arrays of a mesh: where its points are, which way the ground faces there, and their triangles. */
export type ReliefMesh = {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** From 0 to 1 across and down: the border is where one of them ends. */
  readonly place: Float32Array;
  readonly index: Uint32Array;
};

/** The mesh of a height field, two triangles a cell, facing upwards. */
export function reliefMeshOf({ viewport, columns, rows, heights }: HeightField): ReliefMesh {
  const position = new Float32Array(3 * columns * rows);
  const normal = new Float32Array(3 * columns * rows);
  const place = new Float32Array(2 * columns * rows);
  const [u, v] = [1 / (columns - 1), 1 / (rows - 1)];
  const corner = toWorld(viewport, [0, 0], 0);
  const [cellX, cellY] = [-2 * corner[0] * u, 2 * corner[1] * v];
  const tallest = tallestOf(viewport);
  const z = (i: number, j: number) =>
    heights[Math.min(Math.max(j, 0), rows - 1) * columns + Math.min(Math.max(i, 0), columns - 1)]! * tallest;
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i;
      const pixel = [i * u * viewport.width, j * v * viewport.height] as const;
      position.set(toWorld(viewport, pixel, heights[at]!), 3 * at);
      const slopeX = (z(i + 1, j) - z(i - 1, j)) / (2 * cellX);
      const slopeY = (z(i, j - 1) - z(i, j + 1)) / (2 * cellY);
      const length = Math.hypot(slopeX, slopeY, 1);
      normal.set([-slopeX / length, -slopeY / length, 1 / length], 3 * at);
      place.set([i * u, j * v], 2 * at);
    }
  const index = new Uint32Array(6 * (columns - 1) * (rows - 1));
  let k = 0;
  for (let j = 0; j + 1 < rows; j++)
    for (let i = 0; i + 1 < columns; i++) {
      const at = j * columns + i;
      index.set([at, at + columns, at + 1, at + 1, at + columns, at + columns + 1], k);
      k += 6;
    }
  return { position, normal, place, index };
}

/** The mesh for the graphics card. */
export function geometryOf(field: HeightField): BufferGeometry {
  const { position, normal, place, index } = reliefMeshOf(field);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(position, 3));
  geometry.setAttribute("normal", new BufferAttribute(normal, 3));
  geometry.setAttribute("place", new BufferAttribute(place, 2));
  geometry.setAttribute("height", new BufferAttribute(field.heights, 1));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
}
