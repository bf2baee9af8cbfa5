import { color } from "d3";
import { coloursOf, type Colours } from "../contour-map/colours";
import { mixed, toneOf, type Tone } from "../space/tones";

/** All colours and fonts of a picture, none of which needs a style sheet. */
export type Inks = Colours & {
  readonly ink2: string;
  readonly ink3: string;
  readonly rule: string;
  readonly rule2: string;
  readonly mapHigh: string;
  readonly contour: string;
  readonly contourOpacity: number;
  readonly serif: string;
  /** A map's tint, from 0 (deepest) to 1. */
  readonly tint: (share: number) => string;
};

export type Theme = "light" | "dark";

/** The colours that tokens say, as numbers: a picture is shown where nobody mixes them. */
export function inksOf(token: (name: string) => string): Inks {
  const plain = (name: string) => color(token(name))?.formatHex() ?? token(name);
  const [high, low] = [toneOf(plain("--map-hi")), toneOf(plain("--map-lo"))];
  const tint = (share: number) => hexOf(mixed(low, high, Math.round(100 * share) / 100));
  return {
    ...coloursOf(plain),
    halo: tint(0.4),
    ink2: plain("--ink-2"),
    ink3: plain("--ink-3"),
    rule: plain("--rule"),
    rule2: plain("--rule-2"),
    mapHigh: plain("--map-hi"),
    contour: plain("--contour"),
    contourOpacity: Number(token("--contour-opacity")),
    serif: token("--serif"),
    tint,
  };
}

/** The tokens of a theme, whichever the page has: read from its style sheets. */
export function tokensOf(theme: Theme): (name: string) => string {
  const selectors = [":root", ...(theme === "dark" ? [':root[data-theme="dark"]'] : [])];
  const values = new Map<string, string>();
  for (const { cssRules } of document.styleSheets)
    for (const rule of cssRules)
      if (rule instanceof CSSStyleRule && selectors.includes(rule.selectorText))
        for (const name of rule.style)
          if (name.startsWith("--")) values.set(name, rule.style.getPropertyValue(name).trim());
  return (name) => values.get(name) ?? "";
}

const hexOf = (tone: Tone) =>
  `#${tone
    .map((part) =>
      Math.round(255 * part)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
