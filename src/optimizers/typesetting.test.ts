import { expect, test } from "vitest";
import { toJs } from "../formula/emit/js";
import { programToMathml } from "../formula/emit/mathml";
import { type MathNode } from "../formula/math-node";
import { parseProgram } from "../formula/parse";
import { specialise } from "../formula/simplify";
import { optimizers } from ".";
import { formulationOf, type Formulation } from "./optimizer";
import { formulations, type Values } from "./walk-by-hand";

test("with its default momentum of 0, RMSprop reads as it is taught", () => {
  expect(linesOf(optimizers.rmsprop, { momentum: 0 })).toEqual([
    "s = rho * s + (1 - rho) * _power2(g)",
    "theta = theta - lr * g / (Math.sqrt(s) + eps)",
  ]);
  expect(linesOf(formulationOf(optimizers.rmsprop, "keras"), { momentum: 0 })).toEqual([
    "s = rho * s + (1 - rho) * _power2(g)",
    "theta = theta - lr * g / Math.sqrt(s + eps)",
  ]);
  expect(linesOf(optimizers.momentum, { dampening: 0 })).toEqual([
    "b = momentum * b + g",
    "theta = theta - lr * b",
  ]);
});

test("rules are typeset as papers print them", () => {
  const set = formulations.map(({ name, formulation }) => {
    const rows = programToMathml(parseProgram(formulation.update)).children.map(spelled);
    return `${name}: ${rows.join("; ")}`;
  });
  expect(set).toEqual([
    "sgd: θ←θ−ηg",
    "momentum: b←μb+(1−τ[t≥2])g; θ←θ−ηb",
    "momentum@keras: v←μv−ηg; θ←θ+v",
    "momentum@textbook: v←βv+(1−β)g; θ←θ−ηv",
    "nesterov: b←μb+g; θ←θ−η(g+μb)",
    "nesterov@keras: v←μv−ηg; θ←θ+μv−ηg",
    "adagrad: s←s+g^2; θ←θ−ηg/(√(s)+ε)",
    "adagrad@keras: s←s+g^2; θ←θ−ηg/√(s+ε)",
    "adagrad@textbook: s←s+g^2; θ←θ−ηg/√(s+ε)",
    "adadelta: s←ρs+(1−ρ)g^2; d←√(u+ε)g/√(s+ε); u←ρu+(1−ρ)d^2; θ←θ−ηd",
    "adadelta@keras: s←ρs+(1−ρ)g^2; d←√(u+ε)g/√(s+ε); u←ρu+(1−ρ)d^2; θ←θ−ηd",
    "rmsprop: s←ρs+(1−ρ)g^2; b←μb+g/(√(s)+ε); θ←θ−ηb",
    "rmsprop@keras: s←ρs+(1−ρ)g^2; b←μb+ηg/√(s+ε); θ←θ−b",
    "rmsprop@textbook: s←ρs+(1−ρ)g^2; θ←θ−ηg/√(s+ε)",
    "rmsprop-centered: s←ρs+(1−ρ)g^2; m←ρm+(1−ρ)g; b←μb+g/(√(max(s−m^2,0))+ε); θ←θ−ηb",
    "rmsprop-centered@keras: s←ρs+(1−ρ)g^2; m←ρm+(1−ρ)g; b←μb+ηg/√(max(s−m^2,0)+ε); θ←θ−b",
    "adam: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←m/(1−β_1^t); v̂←v/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "adam@keras: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; α←η·√(1−β_2^t)/(1−β_1^t); θ←θ−αm/(√(v)+ε)",
    "amsgrad: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; v_{max}←max(v_{max},v); m̂←m/(1−β_1^t); v̂←v_{max}/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "adamw: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←m/(1−β_1^t); v̂←v/(1−β_2^t); θ←θ−η(m̂/(√(v̂)+ε)+λθ)",
    "adamw@keras: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; α←η·√(1−β_2^t)/(1−β_1^t); θ←θ−αm/(√(v)+ε)−ηλθ",
    "adamax: m←β_1m+(1−β_1)g; u←max(β_2u,|g|+ε); m̂←m/(1−β_1^t); θ←θ−ηm̂/u",
    "adamax@keras: m←β_1m+(1−β_1)g; u←max(β_2u,|g|); m̂←m/(1−β_1^t); θ←θ−ηm̂/(u+ε)",
    "nadam: μ_t←β_1(1−0.5·0.96^{ψt}); μ_{next}←β_1(1−0.5·0.96^{ψ(t+1)}); p←pμ_t; m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←μ_{next} m/(1−pμ_{next})+(1−μ_t)g/(1−p); v̂←v/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "nadam@keras: μ_t←β_1(1−0.5·0.96^t); μ_{next}←β_1(1−0.5·0.96^{t+1}); p←pμ_t; m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←μ_{next} m/(1−pμ_{next})+(1−μ_t)g/(1−p); v̂←v/(1−β_2^t); θ←θ−ηm̂/(√(v̂)+ε)",
    "radam: m←β_1m+(1−β_1)g; v←β_2v+(1−β_2)g^2; m̂←m/(1−β_1^t); ρ_{inf}←max(2/(1−β_2)−1,5); ρ_t←max(ρ_{inf}−2tβ_2^t/(1−β_2^t),5); r←√((ρ_t−4)(ρ_t−2)ρ_{inf}/((ρ_{inf}−4)(ρ_{inf}−2)ρ_t)); l←√(1−β_2^t)/(√(v)+ε); early←[5≥ρ_t]; θ←θ−ηm̂(early+(1−early)rl)",
    "rprop: a←sgn(g) sgn(g_{prev}); s←min(max(s(1+0.2 max(a,0)+0.5 min(a,0)),0.000001),50); g_{prev}←g[a≥0]; θ←θ−s sgn(g_{prev})",
    "lion: d←β_1m+(1−β_1)g; θ←θ−η(sgn(d)+λθ); m←β_2m+(1−β_2)g",
    "lion@keras: d←β_1m+(1−β_1)g; θ←θ−η(sgn(d)+λθ); m←β_2m+(1−β_2)g",
    "schedule-free: v←β_2v+(1−β_2)g^2; v̂←v/(1−β_2^t); z←z−ηg/(√(v̂)+ε); x←x+(z−x)/t; θ←(1−β_1)z+β_1x",
  ]);
});

function linesOf({ update }: Formulation, values: Values): string[] {
  return specialise(parseProgram(update), values).map(({ target, value }) => `${target} = ${toJs(value)}`);
}

/** What is typeset, on one line: roots, powers, indices and hats as one would type them. */
function spelled(node: MathNode | string): string {
  if (typeof node === "string") return node.replace(/[\u2061\u2062]/g, "");
  const parts = node.children.map(spelled);
  const [base = "", ...aside] = parts;
  const [first = "", second = ""] = aside.map((text) => (text.length > 1 ? `{${text}}` : text));
  switch (node.tag) {
    case "msqrt":
      return `√(${parts.join("")})`;
    case "msup":
      return `${base}^${first}`;
    case "msub":
      return `${base}_${first}`;
    case "msubsup":
      return `${base}_${first}^${second}`;
    case "mover":
      return `${base}\u0302`;
    case "mspace":
      return " ";
    default:
      return parts.join("");
  }
}
