import { expect, test, type Page } from "@playwright/test";
import { expectNothingToMend } from "./axe";

test("the header switches the language: the words, the link and the document say so, and it survives a reload", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page.getByRole("button", { name: "神经网络" })).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toContain("lang=zh");
  await page.reload();
  await expect(page.locator(".lesson")).toContainText("峡谷");
  await expect(page).toHaveTitle(/看优化器/);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator(".lesson")).toContainText("ravine");
  await expect.poll(() => new URL(page.url()).hash).toContain("lang=en");
});

test("a wrong language in the link is refused by name", async ({ page }) => {
  await page.goto("/#lang=fr");
  await expect(page.getByRole("status", { name: "notices" })).toContainText("lang must be one of en, zh");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("what is wrong with a link, a number, a surface, a rule and its name is told in Chinese, and in English once that is spoken", async ({
  page,
}) => {
  await page.goto("/#lang=zh&play=0&run=sgd(lr=-1)&colour=red");
  const notices = page.locator(".notices");
  await expect(notices).toContainText("第 1 个运行 lr：lr 必须大于 0");
  await expect(notices).toContainText("链接中的 colour 不是已知的键，已忽略");
  const rate = page.locator(".run-card input[inputmode=decimal]").first();
  await rate.fill("-1");
  await rate.press("Enter");
  await expect(page.locator(".run-card .number-field-refusal")).toHaveText("lr 必须大于 0。仍按 0.01 绘制。");
  await page.getByRole("button", { name: "English" }).click();
  await expect(notices).toContainText("run 1 lr: lr must be above 0");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(notices).toContainText("lr 必须大于 0");

  await page.getByRole("button", { name: "编辑" }).click();
  await page.locator(".surface-editor textarea").fill("x^2 + foo(y)");
  const wrong = page.locator(".code-field-error");
  await expect(wrong).toContainText("第 7 列：未知函数 foo。 可用的有 sqrt,");
  await page.getByRole("button", { name: "自定义优化器", exact: true }).click();
  await page.locator(".rule-field textarea").fill("theta = theta - sqr(g)");
  await expect(wrong).toContainText("第 1 行第 17 列：未知函数 sqr。 是否想写 sqrt？");
  await page.getByLabel("规则的名称").fill("adam");
  await page.keyboard.press("Enter");
  await expect(page.locator(".rule-refusal")).toHaveText("已有名为 adam 的优化器。名称仍为 Your rule。");
  const typed = /adam|colour/;
  expect((await latinWords(page)).filter((text) => !typed.test(text))).toEqual([]);
  await page.getByRole("button", { name: "English" }).click();
  await expect(wrong).toContainText("Line 1, column 17: unknown function sqr. Did you mean sqrt?");
});

test.describe("in a browser that prefers Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the page speaks Chinese where the link says nothing, and English where it says so", async ({
    page,
  }) => {
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
    expect(new URL(page.url()).hash).not.toContain("lang");
    await page.goto("/#lang=en&steps=90");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("who reads English loads no Chinese", async ({ page }) => {
  const scripts = scriptsOf(page);
  await page.goto("/");
  await expect(page.locator(".lesson")).toContainText("ravine");
  await page.getByRole("button", { name: "What is RMSprop?" }).click();
  await expect(page.getByText(/Divides each coordinate's step/)).toBeVisible();
  expect(await holdChinese(scripts, page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator(".lesson")).toContainText("峡谷");
  expect(await holdChinese(scripts, page)).toHaveLength(1);
});

test("an optimizer, a surface and a concept are explained where they stand, in both languages; Escape puts it away", async ({
  page,
}) => {
  for (const [lang, expected] of [
    ["en", { rule: /Adds up past gradients/, surface: /condition number/, concept: /Too small/ }],
    ["zh", { rule: /把过去的梯度累加/, surface: /条件数/, concept: /走得极慢/ }],
  ] as const) {
    await page.goto(`/#lang=${lang}&play=0`);
    // What is pressed is to be of that language's page.
    await expect(page.locator(".run-card").first()).toHaveAttribute(
      "aria-label",
      { en: "Momentum", zh: "动量法" }[lang],
    );
    const explain = async (button: ReturnType<Page["locator"]>, text: RegExp) => {
      await button.first().focus();
      await page.keyboard.press("Enter");
      const panel = page.locator(".explain:popover-open");
      await expect(panel).toContainText(text);
      const box = (await panel.boundingBox())!;
      expect(box.x >= 0 && box.x + box.width <= 1440 && box.y >= 0 && box.y + box.height <= 900).toBe(true);
      await page.keyboard.press("Escape");
      await expect(panel).toHaveCount(0);
      await expect(button.first()).toBeFocused();
    };
    await explain(page.locator(".run-card .explain-mark"), expected.rule);
    await explain(page.locator(".objective-head .explain-mark"), expected.surface);
    await explain(page.locator(".run-card .explain-word"), expected.concept);
  }
});

/** A view of the page: where it is, and what is pressed to get there. */
const views: Readonly<Record<string, { readonly link: string; readonly press?: string }>> = {
  opening: { link: "/#lang=zh&play=0" },
  "own surface": {
    link: "/#lang=zh&play=0&surface=rosenbrock&view=overlay&run=adam(lr=0.05,clip=1,schedule=cosine)",
  },
  "inside the step": { link: "/#lang=zh&view=inside&step=12" },
  network: { link: "/#lang=zh&network=mnist-mlp&steps=60&images=600&dropout=0.1" },
  "rule editor": { link: "/#lang=zh&play=0", press: "自定义优化器" },
};

for (const [name, { link, press }] of Object.entries(views))
  test(`the ${name} in Chinese has no English words, nothing for axe to mend, and fits 360 pixels`, async ({
    page,
  }) => {
    await page.goto(link);
    if (press) await page.getByRole("button", { name: press, exact: true }).click();
    await expect(page.locator("math").first()).toBeVisible();
    await expect(page.locator(".view-to-come")).toHaveCount(0);
    expect(await latinWords(page)).toEqual([]);
    await expectNothingToMend(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(360);
  });

test("on a phone the language is chosen in the menu of places", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await page.getByRole("navigation").getByRole("button").click();
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
});

/** Names that Chinese writes as they are: of the page, of people, rules (a visitor's too), frameworks and machines. */
const names =
  /Ravine|English|Your rule|CPU|WebGPU|WebAssembly|JavaScript|TensorFlow\.js|float\d\d|RMSprop|Adam\w*|AdaGrad|Adadelta|Lion|Nesterov|Rosenbrock|MNIST|ReLU|PyTorch|Keras|TeX|Glorot|Ctrl|Shift|\bcpu\b|SwiftShader/g;

/** What is written or said in Latin letters, but for names, numbers, formulas and code. */
async function latinWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const isFormula = (element: Element | null) =>
      element?.closest("math, code, pre, textarea, script, style");
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!isFormula(node.parentElement)) found.push(node.textContent ?? "");
    for (const element of document.querySelectorAll("[aria-label], [title], [aria-valuetext]"))
      for (const attribute of ["aria-label", "title", "aria-valuetext"])
        if (!isFormula(element)) found.push(element.getAttribute(attribute) ?? "");
    return found;
  });
  // A word has three letters: fewer are variables, of formulas and numbers.
  return texts.map((text) => text.replace(names, "")).filter((text) => /[a-z]{3}/i.test(text));
}

/** The addresses of all scripts asked for from now on. */
function scriptsOf(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.url().endsWith(".js")) scripts.add(request.url());
  });
  return scripts;
}

/** Those of some scripts that hold more than a few Chinese characters: each language's own name is everywhere. */
async function holdChinese(scripts: ReadonlySet<string>, page: Page): Promise<string[]> {
  const texts = await Promise.all(
    [...scripts].map(async (url) => [url, await (await page.request.get(url)).text()] as const),
  );
  return texts.flatMap(([url, text]) => ((text.match(/\p{Script=Han}/gu) ?? []).length > 10 ? [url] : []));
}
