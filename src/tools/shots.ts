import { mkdirSync } from "node:fs";
import type { Page } from "playwright";
import { root } from "./bench-server";
import { onBuiltPage } from "./built-page";

/** A picture of the page: where it is taken, and what is done before. */
type Shot = {
  readonly name: string;
  readonly hash: string;
  readonly size?: keyof typeof sizes;
  readonly theme?: "light" | "dark";
  readonly before?: (page: Page) => Promise<unknown>;
};

const sizes = { desktop: [1440, 900], tablet: [820, 1180], phone: [360, 740] } as const;

const adamOfOne = "rule=Mine:m=0.9*m%2B0.1*g;theta=theta-lr*m";
const themes = ["light", "dark"] as const;
const everywhere = (name: string, hash: string, before?: Shot["before"]): Shot[] =>
  (Object.keys(sizes) as (keyof typeof sizes)[]).flatMap((size) =>
    themes.map((theme) => ({ name, hash, size, theme, ...(before && { before }) })),
  );

const shots: readonly Shot[] = [
  ...everywhere("opening", "#step=27"),
  ...everywhere("side-by-side", "#surface=himmelblau&run=sgd(lr=0.01)&run=adam(lr=0.1)&step=40"),
  ...everywhere(
    "eight",
    "#surface=beale&view=overlay&run=sgd&run=momentum&run=nesterov&run=adagrad(lr=0.5)&run=rmsprop&run=adam(lr=0.1)&run=lion(lr=0.05)&run=adamax(lr=0.1)",
  ),
  ...everywhere("space", "#surface=himmelblau&view=3d&run=momentum(lr=0.005)&run=adam(lr=0.1)&step=40"),
  ...everywhere("inside", "#view=inside&step=12"),
  ...everywhere("chinese", "#lang=zh&step=27"),
  ...everywhere(
    "own-formula",
    `#surface=custom&value=a*x^4-3*x^2%2By^2&domain=-2,2,-2,2&${adamOfOne}&run=Mine(lr=0.05)&run=adam(lr=0.1)`,
    (page) => page.keyboard.press("Escape"),
  ),
  ...everywhere(
    "network",
    "#network=mnist-mlp&seed=7&steps=600&run=nesterov&run=rmsprop(lr=0.001)&run=adam",
    (page) => page.getByText("after 600 steps").waitFor({ timeout: 120_000 }),
  ),
  ...everywhere(
    "mid-training",
    "#network=mnist-mlp&seed=7&epochs=10&run=nesterov&run=rmsprop(lr=0.001)&run=adam&run=sgd",
    (page) => page.getByText(/after (\d{3,}|[\d,]{5,}) steps/).waitFor({ timeout: 120_000 }),
  ),
];

/** Builds the page and takes its pictures into test-results/shots/; arguments choose by name. */
export async function main(names: readonly string[]): Promise<number> {
  const folder = `${root}test-results/shots`;
  mkdirSync(folder, { recursive: true });
  await onBuiltPage(async (browser, address) => {
    for (const shot of shots.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const { name, hash, size = "desktop", theme = "light", before } = shot;
      const [width, height] = sizes[size];
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        serviceWorkers: "block",
      });
      const page = await context.newPage();
      await page.goto(address + hash);
      await page.locator("main").waitFor();
      // What comes after the first path.
      for (const room of await page.locator("[class*=-to-come]").all())
        await room.waitFor({ state: "detached" });
      await before?.(page);
      // Two frames: what was asked for last is drawn.
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      const path = `${folder}/${name}-${size}-${theme}.png`;
      await page.screenshot({ path });
      console.log(path);
      await context.close();
    }
  });
  return 0;
}
