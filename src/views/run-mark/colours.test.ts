import { readFileSync } from "node:fs";
import { lab, rgb } from "d3";
import { expect, test } from "vitest";
import { dashOf, markerOf } from "./mark";

const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
const [lightRules, darkRules] = css.split(":root[data-theme=") as [string, string];
const themes = { light: lightRules, dark: darkRules };

/** What is left of linear light in each deficiency, at full severity: Machado, Oliveira and Fernandes, 2009, table 1. */
const sights: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "all colours": [[1, 0, 0], [0, 1, 0], [0, 0, 1]], // prettier-ignore
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const pairs = Array.from({ length: 8 }, (_, i) => i + 1).flatMap((a, i, runs) =>
  runs.slice(i + 1).map((b) => [a, b] as const),
);

test.each(Object.keys(themes) as (keyof typeof themes)[])(
  "seen with any deficiency, in the %s theme all eight colours of runs stay apart, the first four farther",
  (theme) => {
    for (const [sight, matrix] of Object.entries(sights)) {
      const apart = pairs.map(([a, b]) => ({
        runs: [a, b] as const,
        distance: distance(seen(lineColour(theme, a), matrix), seen(lineColour(theme, b), matrix)),
      }));
      const nearest = apart.reduce((least, pair) => (pair.distance < least.distance ? pair : least));
      const nearestOfFour = Math.min(
        ...apart.filter(({ runs }) => Math.max(...runs) <= 4).map((pair) => pair.distance),
      );
      console.log(
        `${theme}, ${sight}: nearest ${nearest.runs.join(" and ")}, ${nearest.distance.toFixed(1)} apart in CIELAB; of the first four ${nearestOfFour.toFixed(1)}`,
      );
      expect(nearestOfFour, `${theme}, ${sight}`).toBeGreaterThan(16);
      expect(nearest.distance, `${theme}, ${sight}`).toBeGreaterThan(12);
    }
  },
);

test("whoever sees no colour still has a dash and a marker of each run's own", () => {
  const runs = Array.from({ length: 8 }, (_, i) => i + 1);
  expect(new Set(runs.map(dashOf)).size).toBe(8);
  expect(new Set(runs.map(markerOf)).size).toBe(8);
});

function lineColour(theme: keyof typeof themes, run: number): string {
  const [, hex] = new RegExp(`--line-${run}: (#[0-9a-f]{6})`).exec(themes[theme])!;
  return hex!;
}

/** A colour as it is seen: in linear light, through the matrix, and back. */
function seen(colour: string, matrix: readonly (readonly number[])[]): string {
  const { r, g, b } = rgb(colour);
  const light = [r, g, b].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [x, y, z] = matrix.map((row) => {
    const value = row.reduce((sum, weight, i) => sum + weight * light[i]!, 0);
    const share = Math.min(1, Math.max(0, value));
    return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
  });
  return rgb(x!, y!, z!).formatRgb();
}

/** Distance in CIELAB (1976); about 2.3 is the least that can be seen side by side. */
function distance(a: string, b: string): number {
  const [one, other] = [lab(a), lab(b)];
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}
