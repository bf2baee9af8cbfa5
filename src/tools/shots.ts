import { mkdirSync } from "node:fs";
import { root } from "./bench-server";
import { onBuiltPage } from "./built-page";
import { openView } from "./open-view";
import { pageViews, sizes, themes, viewsNamed, type PageView, type Size } from "./page-views";

const views: readonly PageView[] = [...pageViews, { name: "chinese", hash: "lang=zh&step=27" }];

/** Builds the page and takes its pictures into test-results/shots/; arguments choose by name. */
export async function main(names: readonly string[]): Promise<number> {
  const folder = `${root}test-results/shots`;
  mkdirSync(folder, { recursive: true });
  await onBuiltPage(async (browser, address) => {
    for (const view of viewsNamed(views, names))
      for (const size of Object.keys(sizes) as Size[])
        for (const theme of themes) {
          const page = await openView(browser, address, view, size, theme);
          const path = `${folder}/${view.name}-${size}-${theme}.png`;
          await page.screenshot({ path });
          console.log(path);
          await page.context().close();
        }
  });
  return 0;
}
