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
void main() {
  float slope = max(fwidth(vHeight), 1e-7);
  vec3 tone = tones[0];
  float ink = 0.0;
  for (int k = 0; k < ${mostBands}; k++) {
    if (k >= count) break;
    if (vHeight > heights[k]) tone = tones[k + 1];
    float away = abs(vHeight - heights[k]) / slope;
    float half_ = 0.5 * widths[k] * density;
    // A line thinner than a pixel is a fainter pixel; where contours crowd they must not add up to a stain.
    ink = max(ink, min(1.0, 2.0 * half_) * (1.0 - smoothstep(max(half_, 0.5) - 0.5, max(half_, 0.5) + 0.5, away)));
  }
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
