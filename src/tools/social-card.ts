import { root } from "./bench-server";
import { onBuiltPage } from "./built-page";

/** What the card shows: the opening experiment, in one map without what can be pressed. */
const hash = "#view=overlay&step=27&embed=1&theme=light&hide=rules,charts,controls,playback";

/** Makes public/card.png, 1200 x 630: what is shown where a link to the page is posted. */
export async function main(): Promise<number> {
  await onBuiltPage(async (browser, address) => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
    await page.setContent(cardHtml(address), { waitUntil: "commit" });
    // The frame tells the page around it when all is computed; two frames later it is drawn.
    await page.evaluate(async () => {
      await new Promise<void>((done) =>
        addEventListener("message", ({ data }) => data.method === "done" && done()),
      );
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
    await page.frameLocator("iframe").getByText("minimum").first().waitFor();
    const path = `${root}public/card.png`;
    await page.screenshot({ path });
    console.log(path);
  });
  return 0;
}

const cardHtml = (address: string) => `<!doctype html>
<style>
  body { margin: 0; overflow: hidden; background: #fff; color: #1b1f23; font-family: Palatino, Georgia, serif; }
  header { display: flex; align-items: center; gap: 20px; height: 118px; padding: 0 48px; }
  h1 { margin: 0; font-size: 54px; } p { margin: 0 0 0 auto; font-size: 34px; color: #4f5962; }
  iframe { width: 1200px; height: 605px; border: 0; }
</style>
<header><img src="${address}favicon.svg" width="78" height="78"><h1>Ravine</h1><p>Watch optimizers move</p></header>
<iframe src="${address}${hash}"></iframe>`;
