import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

const link = "/#surface=rosenbrock&play=0&run=adam(lr=0.05)&run=rmsprop(lr=0.01)";

test("a visitor changes the convention, sets a schedule and clips; the card, the link and a reload say the same", async ({
  page,
}) => {
  await page.goto(link);
  const card = page.locator(".run-card").nth(1);
  await card.getByRole("button", { name: /PyTorch convention/ }).click();
  await page.getByRole("button", { name: /^Keras/ }).click();
  await card.getByRole("button", { name: /more/ }).click();
  await page
    .getByRole("combobox", { name: "schedule of the learning rate" })
    .selectOption({ label: "Cosine" });
  await page.getByRole("checkbox", { name: "Clip by norm" }).check();
  await page.keyboard.press("Escape");
  await expect(card).toContainText("Keras");
  await expect(card).toContainText(/clip\snorm/);
  await expect(card).toContainText("cosine");
  await expect
    .poll(() => page.evaluate(() => decodeURIComponent(location.hash)))
    .toContain("run=rmsprop@keras(lr=0.01,clipNorm=1,schedule=cosine)");
  const sentence = await page.locator(".lesson").innerText();
  await page.reload();
  await expect(page.locator(".lesson")).toHaveText(sentence.replace(/\s+/g, " "), { useInnerText: true });
  await expect(page.locator(".run-card").nth(1)).toContainText("cosine");
  await expect(page.getByRole("status", { name: "notices" })).toBeEmpty();
});

test("the whole rule says what each symbol is, and hands itself on as TeX, PyTorch and Keras", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/#surface=rosenbrock&play=0&run=adam@keras(lr=0.05,clip=2,schedule=cosine)");
  await page.locator(".run-card").getByText("whole rule").click();
  const panel = page.locator(".whole-rule");
  await expect(panel).toContainText("mean of the squared gradients");
  await expect(panel.locator("dl [data-name=clip]").first()).toContainText("2");
  for (const [name, text] of [
    ["Copy TeX", "\\beta_{1}"],
    ["Copy PyTorch", "import torch"],
    ["Copy Keras", "keras.optimizers"],
  ] as const) {
    await panel.getByRole("button", { name }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(text);
  }
});

for (const theme of ["light", "dark"])
  test(`axe finds nothing to mend on the open panels, ${theme}`, async ({ page }) => {
    await page.goto(`${link.replace("lr=0.05", "lr=0.05,clip=1,schedule=step")}&theme=${theme}`);
    await expect(page.locator(".lesson")).toContainText("after 100 steps");
    for (const open of [/whole|lines/i, /more/, /PyTorch convention/, /add a run/]) {
      await page.getByRole("button", { name: open }).last().click();
      expect(await violationsOf(page), String(open)).toEqual([]);
      await page.keyboard.press("Escape");
    }
  });

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
