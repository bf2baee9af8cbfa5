import { element, fenced, mi, mn, mo, type MathNode } from "../math-node";

const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  iota: "ι",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
};

/** The letters of the papers for the names of the code; with another name's index where the letter alone is taken. */
const written: Readonly<Record<string, string>> = {
  lr: "eta",
  eps: "epsilon",
  momentum: "mu",
  dampening: "tau",
  weightDecay: "lambda",
  momentumDecay: "psi",
  rotate: "phi",
  steps: "T",
  batch: "B",
  loss: "f",
  l1: "lambda_1",
  l2: "lambda_2",
  decay: "lambda_w",
  clip: "c",
  clipNorm: "c_norm",
  clipWeights: "w_max",
};

/**
 * A name as it is typeset: beta1 with an index, m_hat with a hat, g_norm between double bars, lr as eta. Carries the
 * name in `data-name`.
 */
export function symbolOf(name: string): MathNode {
  const node = typeset(name);
  return { ...node, attributes: { ...node.attributes, "data-name": name } };
}

function typeset(name: string): MathNode {
  if (name === "g_norm") return fenced([mi("g")], "‖", "‖");
  if (/._hat$/.test(name))
    return element("mover", [typeset(name.slice(0, -4)), mo("^", { stretchy: "false" })], { accent: "true" });
  const words = writtenAs(name);
  const [, stem = "", index = ""] =
    /^(.*?[A-Za-z])_?(\d+)$/.exec(words) ?? /^(.+)_([^_]+)$/.exec(words) ?? [];
  if (index === "") return mi(letterOf(words));
  return element("msub", [mi(letterOf(stem)), /^\d/.test(index) ? mn(index) : typeset(index)]);
}

const writtenAs = (name: string): string => (Object.hasOwn(written, name) ? written[name]! : name);

/** A stem whose letter would bring an index of its own, as in l1_2, stays a word. */
function letterOf(stem: string): string {
  const words = writtenAs(stem);
  if (words.includes("_")) return stem;
  return Object.hasOwn(greek, words) ? greek[words]! : words;
}
