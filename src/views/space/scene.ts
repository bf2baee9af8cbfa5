import {
  DoubleSide,
  GLSL3,
  Mesh,
  RawShaderMaterial,
  Scene,
  Vector3,
  WebGLRenderer,
  BufferGeometry,
} from "three";
import { bandsOf, mostBands } from "./bands";
import type { Sight } from "./camera";
import type { HeightField } from "./height-field";
import { geometryOf } from "./relief-mesh";
import { fragmentShader, vertexShader } from "./relief-shader";
import { mixed, toneOf } from "./tones";
import { floorZ } from "./world";

/** The tokens the surface is drawn in. */
export type ReliefTokens = {
  readonly paper: string;
  readonly high: string;
  readonly low: string;
  readonly contour: string;
  readonly contourOpacity: number;
};

/** What draws the surface and its floor; it draws when told to, and never by itself. */
export type ReliefScene = {
  readonly setField: (field: HeightField) => void;
  readonly setTokens: (tokens: ReliefTokens) => void;
  readonly render: (sight: Sight, density: number) => void;
  readonly dispose: () => void;
};

/** In pixels of the page: a little more than on the map, since the surface lies aslant. */
const [contourWidth, boldWidth] = [0.75, 1.25];

/** Sets up a canvas for drawing. Throws where the browser has no WebGL to give. */
export function createScene(canvas: HTMLCanvasElement): ReliefScene {
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: true });
  renderer.setClearColor(0, 0);
  const shared = {
    count: { value: 0 },
    heights: { value: new Array<number>(mostBands).fill(2) },
    widths: { value: new Array<number>(mostBands).fill(0) },
    tones: { value: vectors(mostBands + 1) },
    line: { value: new Vector3() },
    lineOpacity: { value: 0 },
    density: { value: 1 },
    shade: { value: 0 },
    paper: { value: new Vector3() },
    floorZ: { value: floorZ },
  };
  const materialOf = (isFloor: boolean) =>
    new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      side: DoubleSide,
      uniforms: { ...shared, isFloor: { value: isFloor } },
    });
  const meshes = [true, false].map((isFloor) => new Mesh(new BufferGeometry(), materialOf(isFloor)));
  const scene = new Scene();
  scene.add(...meshes);
  for (const mesh of meshes) mesh.frustumCulled = false;
  let field: HeightField | undefined;
  let tokens: ReliefTokens | undefined;

  const tint = () => {
    if (!field || !tokens) return;
    const { heights, isBold, tints } = bandsOf(field.levels);
    const [high, low] = [toneOf(tokens.high), toneOf(tokens.low)];
    shared.count.value = heights.length;
    heights.forEach((height, k) => {
      shared.heights.value[k] = height;
      shared.widths.value[k] = isBold[k] ? boldWidth : contourWidth;
    });
    tints.forEach((share, k) => shared.tones.value[k]!.set(...mixed(low, high, share)));
    shared.line.value.set(...toneOf(tokens.contour));
    shared.lineOpacity.value = tokens.contourOpacity * 1.2;
    shared.shade.value = 0.22;
    shared.paper.value.set(...toneOf(tokens.paper));
  };

  return {
    setField(next) {
      field = next;
      const geometry = geometryOf(next);
      meshes[0]!.geometry.dispose();
      for (const mesh of meshes) mesh.geometry = geometry;
      tint();
    },
    setTokens(next) {
      tokens = next;
      tint();
    },
    render({ camera, width, height }, density) {
      renderer.setPixelRatio(density);
      renderer.setSize(width, height, false);
      shared.density.value = density;
      renderer.render(scene, camera);
    },
    dispose() {
      meshes[0]!.geometry.dispose();
      for (const { material } of meshes) material.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

const vectors = (count: number) => Array.from({ length: count }, () => new Vector3());

/** Reads the tokens where an element stands. */
export function reliefTokensAt(element: Element): ReliefTokens {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: token("--paper"),
    high: token("--map-hi"),
    low: token("--map-lo"),
    contour: token("--contour"),
    contourOpacity: Number(token("--contour-opacity")),
  };
}
