import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright";

/** What axe holds a page to: WCAG 2.2, A and AA. */
export const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The rules that a theme can break, as themes differ in colours alone. */
export const ofColours = ["color-contrast", "link-in-text-block"];

/** What axe finds to mend in a part of a page: a rule, and the elements that break it. */
export async function toMend(
  page: Page,
  part: string,
  asked: (axe: AxeBuilder) => AxeBuilder,
): Promise<{ readonly rule: string; readonly elements: readonly string[] }[]> {
  const { violations } = await asked(new AxeBuilder({ page }).include(part)).analyze();
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map(({ html }) => html) }));
}
