import { describe, expect, test } from "vitest";
import { textOf, type MathNode } from "../math-node";
import { parseExpression, parseProgram } from "../parse";
import { programToMathml, toMathml } from "./mathml";
import { symbolOf } from "./symbol";

// Set as plain text: sub_script, base^exponent, root[...], over//under for stacked fractions, hat(...).

describe("a rule's expression, fractions on the line", () => {
  const cases: [source: string, set: string][] = [
    ["momentum * b + g", "μb + g"],
    ["theta - lr * b", "θ − ηb"],
    ["rho * s + (1 - rho) * g^2", "ρs + (1 − ρ)g^2"],
    ["theta - lr * g / (sqrt(s) + eps)", "θ − ηg / (root[s] + ε)"],
    ["beta1 * m", "β_1m"],
    ["m / (1 - beta1^t)", "m / (1 − β_1^t)"],
    ["theta - lr * m_hat / (sqrt(v_hat) + eps)", "θ − ηhat(m) / (root[hat(v)] + ε)"],
    ["1 - dampening * step(t - 2)", "1 − τ[t ≥ 2]"],
    ["step(x + 1)", "[x + 1 ≥ 0]"],
    ["exp(-x / 2)", "e^−x / 2"],
    ["exp(x)^2", "(e^x)^2"],
    ["a / b / c", "(a / b) / c"],
    ["a / (b / c)", "a / (b / c)"],
    ["a / (b * c)", "a / (bc)"],
    ["a / b * c", "(a / b)c"],
    ["a * (b / c)", "a(b / c)"],
    ["a / b^2", "a / b^2"],
    ["-a * b", "−ab"],
    ["-(a + b)", "−(a + b)"],
    ["--a", "−(−a)"],
    ["a - (b - c)", "a − (b − c)"],
    ["a + -b", "a + (−b)"],
    ["a * -b", "a(−b)"],
    ["a * (b * c)", "abc"],
    ["(a * b)^2", "(ab)^2"],
    ["(-a)^2", "(−a)^2"],
    ["-a^2", "−a^2"],
    ["(a^b)^c", "(a^b)^c"],
    ["a^b^c", "a^b^c"],
    ["a^(b / 2 + 1)", "a^b / 2 + 1"],
    ["2 * 3 * x", "2·3x"],
    ["x * 2", "x·2"],
    ["x * 2^y", "x·2^y"],
    ["1e-8", "10^−8"],
    ["2.5e-10 * x", "2.5×10^−10x"],
    ["1e30^2", "(10^30)^2"],
    ["rate * x", "rate x"],
    ["2 * sin(x) * y", "2 sin(x)y"],
    ["log(x)", "ln(x)"],
    ["max(x, abs(y) - 1)", "max(x,|y| − 1)"],
    ["sign(g)", "sgn(g)"],
    ["factor^floor(t / k)", "factor^⌊t / k⌋"],
    ["pi * x", "πx"],
    ["weightDecay * s_1 * x_max * foo_bar2", "λs_1x_max foo_bar_2"],
    ["constructed", "constructed"],
    ["lr_t * g_prev", "η_tg_prev"],
    ["l1 + l2 * decay", "λ_1 + λ_2λ_w"],
    ["max(-clip, min(clip, g))", "max(−c,min(c,g))"],
    ["g * clipNorm / max(g_norm, clipNorm)", "gc_norm / max(‖g‖,c_norm)"],
    ["clipWeights^2 + g_norm^2", "w_max^2 + ‖g‖^2"],
    ["beta * steps / batch - loss_t", "βT / B − f_t"],
    ["l1_2 + v_1_hat * clip_low", "l1_2 + hat(v_1)c_low"],
  ];
  test.each(cases)("%s reads %s", (source, set) => {
    const node = toMathml(parseExpression(source), "inline");
    expect(asText(node)).toBe(set);
    expect(problemsOf(node)).toEqual([]);
  });
});

describe("a surface, fractions stacked", () => {
  const cases: [source: string, set: string][] = [
    ["(x^2 + kappa * y^2) / 2", "1//2(x^2 + κy^2)"],
    ["x^2 - y^4 / 4", "x^2 − y^4//4"],
    ["(x / y)^2", "(x//y)^2"],
    ["x / (x + y)", "x//x + y"],
    ["sqrt(x / 2) + exp(x / 2)", "root[x / 2] + e^x / 2"],
  ];
  test.each(cases)("%s reads %s", (source, set) => {
    expect(asText(toMathml(parseExpression(source)))).toBe(set);
  });

  test("has tall brackets around fractions only", () => {
    const stretchy = (source: string) => JSON.stringify(toMathml(parseExpression(source))).includes('"true"');
    expect(stretchy("(x / y)^2")).toBe(true);
    expect(stretchy("(x + y)^2")).toBe(false);
  });
});

test("a program is a table of target, arrow and value", () => {
  const table = programToMathml(parseProgram("m_hat = m / 2; theta = theta - lr * m_hat"));
  expect(table.tag).toBe("mtable");
  expect(table.attributes?.columnalign).toBe("right center left");
  expect(problemsOf(table)).toEqual([]);
  const rows = table.children.map((row) => (typeof row === "string" ? row : row.children.map(asText)));
  expect(rows).toEqual([
    ["hat(m)", "←", "m / 2"],
    ["θ", "←", "θ − ηhat(m)"],
  ]);
});

test("a symbol carries the name it stands for, index, bars and hat included, and no part of it another", () => {
  const odd = ["theta", "x_max", "toString", "a_b_c", "x1y2", "lambda_", "constructor_1"];
  for (const name of ["lr", "beta1", "m_hat", "s_1", "clipNorm", "g_norm", "loss_t", "l1", "l1_2", ...odd]) {
    const named = JSON.stringify(symbolOf(name)).match(/"data-name":"\w+"/g);
    expect(named).toEqual([`"data-name":"${name}"`]);
    expect(symbolOf(name).attributes?.["data-name"]).toBe(name);
  }
});

function asText(node: MathNode | string): string {
  if (typeof node === "string") return node;
  const parts = node.children.map(asText);
  const [a = "", b = ""] = parts;
  switch (node.tag) {
    case "msup":
      return `${a}^${b}`;
    case "msubsup":
      return `${a}_${b}^${parts[2]}`;
    case "msub":
      return `${a}_${b}`;
    case "mfrac":
      return `${a}//${b}`;
    case "msqrt":
      return `root[${parts.join("")}]`;
    case "mover":
      return `hat(${a})`;
    case "mspace":
      return " ";
    case "mo": {
      if (node.attributes?.form === "prefix") return a;
      return /^[+−≥/]$/.test(a) ? ` ${a} ` : a.replace(/[\u2061\u2062]/, "");
    }
    default:
      return parts.join("");
  }
}

function problemsOf(node: MathNode): string[] {
  const leaves = ["mi", "mn", "mo", "mtext"];
  const pairs = ["msup", "msub", "mfrac", "mover"];
  const { tag, children } = node;
  const below = children.flatMap((child) => (typeof child === "string" ? [] : problemsOf(child)));
  const isLeaf = leaves.includes(tag);
  if (isLeaf && (children.length !== 1 || textOf(node) === "")) below.push(`${tag} without text`);
  if (!isLeaf && children.some((child) => typeof child === "string")) below.push(`text in ${tag}`);
  if (pairs.includes(tag) && children.length !== 2) below.push(`${tag} of ${children.length}`);
  return below;
}
