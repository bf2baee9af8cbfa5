import { mostBands } from "./bands";

/** Lays out the grid: as the surface, or flat, as the floor beneath it. */
export const vertexShader = `
in vec3 position;
in vec3 normal;
in vec2 place;
in float height;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform float floorZ;
uniform bool isFloor;
out float vHeight;
out vec2 vPlace;
out vec3 vNormal;
void main() {
  vHeight = height;
  vPlace = place;
  vNormal = normal;
  vec3 at = isFloor ? vec3(position.xy, floorZ) : position;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}`;

/** Tints the bands between contours and draws their lines as wide as on the map, however near the surface is. */
export const fragmentShader = `
precision highp float;
in float vHeight;
in vec2 vPlace;
in vec3 vNormal;
uniform int count;
uniform float heights[${mostBands}];
uniform float widths[${mostBands}];
uniform vec3 tones[${mostBands + 1}];
uniform vec3 line;
uniform float lineOpacity;
uniform float density;
uniform float shade;
uniform vec3 paper;
uniform bool isFloor;
out vec4 colour;
// A line thinner than a pixel is a fainter pixel.
float inkOf(int k, float slope) {
  float away = abs(vHeight - heights[k]) / slope;
  float halfWidth = 0.5 * widths[k] * density;
  float edge = max(halfWidth, 0.5);
  return min(1.0, 2.0 * halfWidth) * (1.0 - smoothstep(edge - 0.5, edge + 0.5, away));
}
void main() {
  float slope = max(fwidth(vHeight), 1e-7);
  // The first contour that is not below: found by halves, since a software renderer has no time to look at all.
  int band = 0;
  int end = count;
  for (int k = 0; k < 6; k++) {
    if (band >= end) break;
    int middle = (band + end) / 2;
    if (vHeight > heights[middle]) band = middle + 1;
    else end = middle;
  }
  vec3 tone = tones[band];
  float ink = max(band > 0 ? inkOf(band - 1, slope) : 0.0, band < count ? inkOf(band, slope) : 0.0);
  vec2 inside = min(vPlace, 1.0 - vPlace) / max(fwidth(vPlace), vec2(1e-7));
  float border = 1.0 - smoothstep(0.5, 1.5, min(inside.x, inside.y) / density);
  if (isFloor) tone = mix(tone, paper, 0.45);
  else {
    float lit = dot(normalize(vNormal), normalize(vec3(-0.45, 0.35, 0.82)));
    tone = mix(tone, line, shade * (1.0 - clamp(lit, 0.0, 1.0)));
    // The underside is nobody's ground: a shade apart, and without lines.
    if (!gl_FrontFacing) { tone = mix(tone, line, 0.12); ink *= 0.4; }
  }
  colour = vec4(mix(tone, line, max(ink * lineOpacity, border * 0.6)), 1.0);
}`;
