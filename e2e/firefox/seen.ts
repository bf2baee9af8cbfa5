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
const spoken = [".lesson", ".run-card-result", ".playback-position", ".badge > button"];

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

/** How far the boxes of two pages lie apart at most, in pixels, and which do. */
export function farthest(one: Seen["boxes"], other: Seen["boxes"]): { by: number; which: string } {
  return Object.entries(one).reduce(
    (most, [which, box]) => {
      const by = Math.max(...box.map((value, k) => Math.abs(value - (other[which]?.[k] ?? Infinity))));
      return by > most.by ? { by, which } : most;
    },
    { by: 0, which: "none" },
  );
}
