import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * Axe finds nothing to mend (WCAG 2.2, A and AA) on the page or a part of it, in either theme; its link leaves the theme
 * open. The dark theme differs in colours alone, so there its contrasts are looked at and nothing else.
 */
export async function expectNothingToMend(page: Page, part = "body"): Promise<void> {
  expect(await violations(page, part, (axe) => axe.withTags(levels))).toEqual([]);
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper"));
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(paper).not.toBe(light);
  expect(await violations(page, part, (axe) => axe.withRules(ofColours))).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(paper).toBe(light);
}

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const ofColours = ["color-contrast", "link-in-text-block"];

async function violations(page: Page, part: string, asked: (axe: AxeBuilder) => AxeBuilder) {
  const { violations } = await asked(new AxeBuilder({ page }).include(part)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
