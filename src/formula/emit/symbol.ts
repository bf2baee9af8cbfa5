import { element, mi, mn, mo, type MathNode } from "../math-node";

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
  // The letters of the papers for the names of the code.
  lr: "η",
  eps: "ε",
  momentum: "μ",
  dampening: "τ",
  weightDecay: "λ",
  momentumDecay: "ψ",
  rotate: "φ",
};

/** A name as it is typeset: beta1 with an index, m_hat with a hat, lr as eta. Carries the name in `data-name`. */
export function symbolOf(name: string): MathNode {
  const attributes = { "data-name": name };
  if (/._hat$/.test(name))
    return element("mover", [symbolOf(name.slice(0, -4)), mo("^", { stretchy: "false" })], {
      accent: "true",
      ...attributes,
    });
  const [, stem = name, index = ""] =
    /^(.*?[A-Za-z])_?(\d+)$/.exec(name) ?? /^(.+)_([^_]+)$/.exec(name) ?? [];
  const letter = Object.hasOwn(greek, stem) ? greek[stem]! : stem;
  if (index === "") return mi(letter, attributes);
  return element("msub", [mi(letter), /^\d/.test(index) ? mn(index) : symbolOf(index)], attributes);
}
