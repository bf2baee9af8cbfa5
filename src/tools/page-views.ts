import type { Page } from "playwright";

/** The sizes of window that the page is looked at in. */
export const sizes = { desktop: [1440, 900], tablet: [820, 1180], phone: [360, 740] } as const;
export type Size = keyof typeof sizes;

export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** A view of the page that is looked at in every size and theme: its link, and what is done once it is there. */
export type PageView = {
  readonly name: string;
  readonly hash: string;
  readonly before?: (page: Page) => Promise<unknown>;
  /** What alone is looked at of it: what a panel covers in part is not there to be pressed. */
  readonly part?: string;
};

const adamOfOne = "rule=Mine:m=0.9*m%2B0.1*g;theta=theta-lr*m";

/** What the page shows; `npm run shots` takes their pictures, `npm run axe` looks for what to mend there. */
export const pageViews: readonly PageView[] = [
  { name: "opening", hash: "step=27" },
  {
    name: "side-by-side",
    hash: "surface=himmelblau&run=sgd(lr=0.01)&run=adam(lr=0.1)&step=40",
  },
  {
    name: "eight",
    hash: "surface=beale&view=overlay&run=sgd&run=momentum&run=nesterov&run=adagrad(lr=0.5)&run=rmsprop&run=adam(lr=0.1)&run=lion(lr=0.05)&run=adamax(lr=0.1)",
  },
  {
    name: "space",
    hash: "surface=himmelblau&view=3d&run=momentum(lr=0.005)&run=adam(lr=0.1)&step=40",
  },
  {
    name: "inside",
    hash: "view=inside&step=12",
    before: (page) => page.locator(".derivation").first().waitFor(),
  },
  {
    name: "own-formula",
    hash: `surface=custom&value=a*x^4-3*x^2%2By^2&domain=-2,2,-2,2&${adamOfOne}&run=Mine(lr=0.05)&run=adam(lr=0.1)`,
    before: (page) => page.keyboard.press("Escape"),
  },
  {
    name: "network",
    hash: "network=mnist-mlp&seed=7&steps=600&run=nesterov&run=rmsprop(lr=0.001)&run=adam",
    before: untilLesson(/after 600 steps|600 步后/),
  },
  {
    name: "mid-training",
    hash: "network=mnist-mlp&seed=7&epochs=10&run=nesterov&run=rmsprop(lr=0.001)&run=adam&run=sgd",
    before: untilLesson(/after (\d{3}|[\d,]{5,}) steps|(\d{3}|[\d,]{5,}) 步后/),
  },
];

const opening = "play=0&step=27";

/** What opens over the page. Named by class: words differ by language. */
export const openedViews: readonly PageView[] = [
  { name: "share", hash: opening, before: openShare },
  {
    name: "share-saved",
    hash: opening,
    before: async (page) => {
      await openShare(page);
      await page.locator(".save-kinds button", { hasText: "JSON" }).click();
      await page.locator(".save-state [role=status]", { hasText: "." }).waitFor();
    },
  },
  {
    name: "help",
    hash: opening,
    before: async (page) => {
      await page.keyboard.press("?");
      await page.locator("dialog.help").waitFor();
    },
  },
  {
    name: "add-run",
    hash: opening,
    part: ".add-run .menu-panel",
    before: (page) => openMenu(page, ".add-run"),
  },
  {
    name: "surface-picker",
    hash: opening,
    part: ".objective-change .menu-panel",
    before: (page) => openMenu(page, ".objective-change"),
  },
];

async function openShare(page: Page): Promise<void> {
  await page.locator(".header-share").click();
  const preview = page.locator(".share-preview");
  // A frame that is not seen sleeps.
  await preview.scrollIntoViewIfNeeded();
  await page.frameLocator(".share-preview").locator(".frame-rate").first().waitFor();
}

async function openMenu(page: Page, place: string): Promise<void> {
  await page.locator(`${place} .menu-button`).click();
  // Its choices come late.
  await page.locator(`${place} .menu-panel .menu-item`).nth(1).waitFor();
}

function untilLesson(text: RegExp) {
  return (page: Page) => page.locator(".lesson", { hasText: text }).waitFor({ timeout: 120_000 });
}

/** The views of those names, or all; throws an Error that quotes a name that none has. */
export function viewsNamed(views: readonly PageView[], names: readonly string[]): readonly PageView[] {
  const unknown = names.find((name) => !views.some((view) => view.name === name));
  if (unknown !== undefined) throw new Error(`unknown view: ${unknown}`);
  return views.filter(({ name }) => names.length === 0 || names.includes(name));
}
