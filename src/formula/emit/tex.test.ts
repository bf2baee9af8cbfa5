import { describe, expect, test } from "vitest";
import { textOf } from "../math-node";
import { parseExpression, parseProgram } from "../parse";
import { chanceOf, pick, randomTree } from "../random-formulas";
import { programToMathml, toMathml } from "./mathml";
import { toTex } from "./tex";

describe("a rule's expression in TeX", () => {
  const cases: [source: string, tex: string][] = [
    [
      "theta - lr * m_hat / (sqrt(v_hat) + eps)",
      String.raw`\theta - \eta \hat{m} / (\sqrt{\hat{v}} + \varepsilon)`,
    ],
    ["rho * s + (1 - rho) * g^2", String.raw`\rho s + (1 - \rho) g^{2}`],
    ["m / (1 - beta1^t)", String.raw`m / (1 - \beta_{1}^{t})`],
    ["1 - dampening * step(t - 2)", String.raw`1 - \tau [t \ge 2]`],
    ["2 * sin(x) * y", String.raw`2 \, \sin(x) y`],
    ["max(-clip, min(clip, g))", String.raw`\max(-c, \min(c, g))`],
    [
      "g * clipNorm / max(g_norm, clipNorm)",
      String.raw`g c_{\mathrm{norm}} / \max(\lVert g \rVert, c_{\mathrm{norm}})`,
    ],
    ["factor^floor(t / steps)", String.raw`\mathrm{factor}^{\lfloor t / T \rfloor}`],
    ["abs(x)^2 - (-x)^2", String.raw`\lvert x \rvert^{2} - (-x)^{2}`],
    ["2.5e-10 * x - 1e-8", String.raw`2.5 \times 10^{-10} x - 10^{-8}`],
    [
      "sign(a_b_c) * exp(-x_2) * x * 3",
      String.raw`\operatorname{sgn}(\mathrm{a\_b}_{c}) e^{-x_{2}} x \cdot 3`,
    ],
    ["rate * phi * pi", String.raw`\mathrm{rate} \, \varphi \pi`],
    ["log(x_max) + tanh(min_2)", String.raw`\ln(x_{\mathrm{max}}) + \tanh(\mathrm{min}_{2})`],
    ["lr_t * g_prev", String.raw`\eta_{t} g_{\mathrm{prev}}`],
  ];
  test.each(cases)("%s", (source, tex) => {
    expect(toTex(toMathml(parseExpression(source), "inline"))).toBe(tex);
  });
});

describe("a surface in TeX", () => {
  const cases: [source: string, tex: string][] = [
    ["(x^2 + kappa * y^2) / 2", String.raw`\frac{1}{2} (x^{2} + \kappa y^{2})`],
    ["(x / y)^2", String.raw`\left(\frac{x}{y}\right)^{2}`],
    [
      "abs(x / y) - floor(1 / x)",
      String.raw`\left\lvert \frac{x}{y} \right\rvert - \left\lfloor \frac{1}{x} \right\rfloor`,
    ],
    ["step(x / 2 - y)", String.raw`\left[\frac{x}{2} \ge y\right]`],
  ];
  test.each(cases)("%s", (source, tex) => {
    expect(toTex(toMathml(parseExpression(source)))).toBe(tex);
  });
});

test("a program is aligned at its arrows", () => {
  const table = programToMathml(parseProgram("m_hat = m / 2; theta = theta - lr * m_hat"));
  expect(toTex(table)).toBe(String.raw`\begin{aligned}
\hat{m} & \leftarrow m / 2 \\
\theta & \leftarrow \theta - \eta \hat{m}
\end{aligned}`);
});

test("2,000 random formulas keep to ASCII, balance braces and fences, raise nothing twice and lose no digit", () => {
  const names = [
    "x",
    "theta",
    "lr",
    "m_hat",
    "x_max",
    "a_b_c",
    "beta1",
    "g_norm",
    "clipWeights",
    "v_1_hat",
    "rate",
  ];
  const chance = chanceOf(11);
  for (let i = 0; i < 2000; i++) {
    const tree = randomTree(names, [0, 1, 12, 0.5, 1e-8, 2.5e21], chance, 5);
    const node = toMathml(tree, pick(["inline", "stacked"], chance));
    const tex = toTex(node);
    expect(tex).toMatch(/^[ -~]+$/);
    expect(isWellFormed(tex), tex).toBe(true);
    expect(tex.split("\\left").length, tex).toBe(tex.split("\\right").length);
    expect(tex.replace(/\D/g, "")).toBe(textOf(node).replace(/\D/g, ""));
  }
});

test("an element it does not know is an error", () => {
  expect(() => toTex({ tag: "mroot", children: [] })).toThrow("no TeX for mroot");
});

/** Takes group after group away, innermost first: none may be left, nor an index or exponent right after another. */
function isWellFormed(tex: string): boolean {
  if (/([_^])o(?:[_^]o)?\1|(?<!\\)[_^][^{o]/.test(tex)) return false;
  const outer = tex.replace(/([_^]?)\{[^{}]*\}/g, (_, script: string) => (script ? `${script}o` : ""));
  return outer === tex ? !/[{}]/.test(tex) : isWellFormed(outer);
}
