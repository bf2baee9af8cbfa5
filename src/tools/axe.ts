import type { Page } from "playwright";
import { levels, toMend } from "./axe-rules";
import { onBuiltPage } from "./built-page";
import { openView, untilDrawn } from "./open-view";
import { openedViews, pageViews, sizes, themes, viewsNamed, type PageView, type Size } from "./page-views";

const languages = ["en", "zh"];

/**
 * Builds the page and has axe look at every view of it in every size, language and theme, with a line for each; arguments
 * choose by name. 1 if there is anything to mend.
 */
export async function main(names: readonly string[]): Promise<number> {
  const views = viewsNamed([...pageViews, ...openedViews], names);
  const found: number[] = [];
  await onBuiltPage(async (browser, address) => {
    for (const view of views)
      for (const size of Object.keys(sizes) as Size[])
        for (const language of languages) {
          const spoken = { ...view, hash: `lang=${language}&${view.hash}` };
          const page = await openView(browser, address, spoken, size, "light");
          await page.locator(`html[lang^=${language}]`).waitFor();
          found.push(...(await inBothThemes(page, view, `${size} ${language}`)));
          await page.context().close();
        }
  });
  const all = found.reduce((sum, count) => sum + count, 0);
  console.log(`${found.length} views, ${all} violations (${levels.join(", ")})`);
  return all > 0 ? 1 : 0;
}

/** Says what there is to mend in a view in either theme, and counts it. */
async function inBothThemes(page: Page, { name, part = "body" }: PageView, where: string) {
  const counts: number[] = [];
  const papers = new Set<string>();
  // At its end, where the playback that stays at the foot of a window covers nothing.
  await page.locator("html").evaluate((html) => html.scrollTo(0, html.scrollHeight));
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await untilDrawn(page);
    papers.add(
      await page.locator("html").evaluate((html) => getComputedStyle(html).getPropertyValue("--paper")),
    );
    const rules = await toMend(page, part, (axe) => axe.withTags(levels));
    console.log(`${name} ${where} ${theme}: ${rules.length || "nothing to mend"}`);
    for (const { rule, elements } of rules)
      console.log(`  ${rule}, ${elements.length} times:\n    ${elements.join("\n    ")}`);
    counts.push(rules.length);
  }
  if (papers.size < themes.length) throw new Error(`${name} ${where}: the themes look the same`);
  return counts;
}
