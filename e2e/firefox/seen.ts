import type { Page } from "puppeteer-core";

/** Left, top, width and height on the screen, in pixels. */
export type Box = readonly [number, number, number, number];

/** What a visitor sees of a page, as far as two browsers are to agree on it. */
export type Seen = {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly boxes: Readonly<Record<string, Box>>;
  /** Pixels that the page is wider than its window. */
  readonly overflow: number;
};

/** What says what came of the runs, and who computed it. */
const spoken = [".lesson", ".run-card-result", ".playback-position", ".badge b"];

/** The regions of the page, each by its class. */
const regions = [
  ...[".header", ".lesson", ".stage", ".contour-map", ".run-card", ".run-line", ".playback"],
  ...[".objective-line", ".charts", ".chart", ".foot", ".compare"],
  ...[".inside-map", ".inside-runs", ".inside-foot", ".network-figure", ".network-side", ".lab-foot"],
];

/** Reads the page as it stands now. */
export const see = (page: Page): Promise<Seen> =>
  page.evaluate(
    (spoken, regions) => {
      const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
      const boxOf = (element: Element): Box => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left, top, width, height];
      };
      const named = (selector: string) =>
        all(selector).map((element, i) => [`${selector} ${i + 1}`, boxOf(element)] as const);
      return {
        words: Object.fromEntries(
          spoken.map((selector) => [
            selector,
            all(selector).map(({ innerText }) => innerText.replace(/\s+/g, " ").trim()),
          ]),
        ),
        boxes: Object.fromEntries(regions.flatMap(named)),
        overflow: document.documentElement.scrollWidth - window.innerWidth,
      };
    },
    spoken,
    regions,
  );

/**
 * The regions that two pages set farther apart than that many pixels, and by how much. Where all stands in one column
 * formulas, which one browser sets a little higher than the other, move what is below them: there tops are left out, and
 * heights may differ by a tenth.
 */
export function apart(one: Seen["boxes"], other: Seen["boxes"], by: number, isOneColumn: boolean): string[] {
  return Object.entries(one).flatMap(([region, box]) => {
    const differences = box.map((value, side) => (other[region]?.[side] ?? NaN) - value);
    const allowed = isOneColumn ? [by, Infinity, by, Math.max(by, box[3] / 10)] : [by, by, by, by];
    const isNear = differences.every((difference, side) => Math.abs(difference) <= allowed[side]!);
    return isNear ? [] : `${region}: ${differences.map((difference) => difference.toFixed(1)).join(", ")}`;
  });
}

/** How far the widest apart of the sides compared are, in pixels. */
export const mostApart = (one: Seen["boxes"], other: Seen["boxes"], isOneColumn: boolean): number =>
  Math.max(
    ...Object.entries(one).flatMap(([region, box]) =>
      (isOneColumn ? [0, 2] : [0, 1, 2, 3]).map((side) =>
        Math.abs((other[region]?.[side] ?? NaN) - box[side]!),
      ),
    ),
  );
