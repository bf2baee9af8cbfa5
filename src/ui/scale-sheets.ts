import { onPageScale, scaledQuery } from "./page-scale";

/** Queries for lengths of the page's style sheets, as they were written. */
const written = new WeakMap<CSSMediaRule, string>();
let isFollowing = false;

/**
 * Keeps the layouts of the style sheets to the page's own size, whatever its scale: their queries ask for the window's.
 * Sheets that are loaded later are followed, too.
 */
export function followScale(): void {
  if (isFollowing) return;
  isFollowing = true;
  onPageScale(scaleAll);
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof HTMLLinkElement) node.addEventListener("load", scaleAll);
  }).observe(document.head, { childList: true });
  scaleAll();
}

function scaleAll(): void {
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const query = written.get(rule) ?? rule.media.mediaText;
      written.set(rule, query);
      if (query.includes("px")) rule.media.mediaText = scaledQuery(query);
    }
  }
}

/** A page without an origin may not read its own sheets: its layouts stay the window's. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}
