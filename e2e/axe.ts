import type AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { levels, ofColours, toMend } from "../src/tools/axe-rules";

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

async function violations(page: Page, part: string, asked: (axe: AxeBuilder) => AxeBuilder) {
  const found = await toMend(page, part, asked);
  return found.map(({ rule, elements }) => `${rule}: ${elements.join(" ")}`);
}
