import { textOf, type MathNode } from "../math-node";

/** TeX of a formula just as the page sets it, for papers and notebooks; needs amsmath. Throws on an unknown element. */
export function toTex(node: MathNode): string {
  const nodes = node.children.filter((child) => typeof child !== "string");
  const part = (i: number) => toTex(nodes[i]!);
  switch (node.tag) {
    case "mrow":
    case "mtd":
      return row(nodes);
    case "mi":
      return identifier(textOf(node));
    case "mn":
      return textOf(node);
    case "mo":
      return operator(node);
    case "mfrac":
      return `\\frac{${part(0)}}{${part(1)}}`;
    case "msup":
      return `${part(0)}^{${part(1)}}`;
    case "msub":
      return `${part(0)}_{${part(1)}}`;
    case "msubsup":
      return `${part(0)}_{${part(1)}}^{${part(2)}}`;
    case "msqrt":
      return `\\sqrt{${row(nodes)}}`;
    case "mover":
      return `\\hat{${part(0)}}`;
    case "mspace":
      return "\\,";
    case "mtable":
      return `\\begin{aligned}\n${nodes.map(toTex).join(" \\\\\n")}\n\\end{aligned}`;
    case "mtr":
      return `${part(0)} & ${row(nodes.slice(1))}`;
    default:
      throw new Error(`no TeX for ${node.tag}`);
  }
}

const letters: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  // MathML's epsilon and phi are the curly ones.
  ε: "varepsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  ι: "iota",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  ξ: "xi",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "varphi",
  χ: "chi",
  ψ: "psi",
  ω: "omega",
};

const operators: Readonly<Record<string, string>> = {
  "−": "-",
  "×": "\\times",
  "·": "\\cdot",
  "≥": "\\ge",
  "←": "\\leftarrow",
  "⌊": "\\lfloor",
  "⌋": "\\rfloor",
};

/** Bars are one character in MathML, and open or close by their form. */
const bars: Readonly<Record<string, string>> = { "|": "vert", "‖": "Vert" };

function identifier(text: string): string {
  if (Object.hasOwn(letters, text)) return `\\${letters[text]}`;
  return text.length === 1 ? text : `\\mathrm{${text.replaceAll("_", "\\_")}}`;
}

function operator(node: MathNode): string {
  const text = textOf(node);
  const { form, stretchy } = node.attributes ?? {};
  const side = form === "prefix" ? "l" : "r";
  const sign = Object.hasOwn(bars, text) ? `\\${side}${bars[text]}` : operators[text];
  const growth = stretchy === "true" ? (form === "prefix" ? "\\left" : "\\right") : "";
  return growth + (sign ?? text);
}

const functions = ["ln", "sin", "cos", "tanh", "min", "max"];
const functionName = (name: string): string =>
  functions.includes(name) ? `\\${name}` : `\\operatorname{${name}}`;

const [invisibleTimes, functionApplication] = ["\u2062", "\u2061"];

/** Parts with a blank between them where a reader of TeX expects one. */
function row(nodes: readonly MathNode[]): string {
  let text = "";
  let isOpen = true;
  nodes.forEach((node, i) => {
    const sign = node.tag === "mo" ? textOf(node) : "";
    if (sign === functionApplication) isOpen = true;
    if (sign === functionApplication || sign === invisibleTimes) return;
    const isFunction = i + 1 < nodes.length && textOf(nodes[i + 1]!) === functionApplication;
    const part = isFunction ? functionName(textOf(node)) : toTex(node);
    const isTight = isOpen || sign === "," || (node.attributes?.form === "postfix" && !endsInName(part));
    text += (isTight ? "" : " ") + part;
    isOpen = node.attributes?.form === "prefix" && !endsInName(part);
  });
  return text;
}

/** A command's name would swallow a letter that follows, and reads better apart. */
const endsInName = (tex: string): boolean => /\\[A-Za-z]+$/.test(tex);
