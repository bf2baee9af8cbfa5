import { symbolOf } from "../../formula/emit/symbol";
import { element, mi, mo, mrow, type MathNode } from "../../formula/math-node";
import { versionOf } from "../../formula/single-assignment";
import type { PrintedProgram } from "./printed-program";

/** What is worked out beside the rule's own lines: the step, its rate, the surface's own gradient, what noise adds. */
export const stepName = "#step";
export const rateName = "#rate";
export const slopeName = "#slope";
export const noiseName = "#noise";

/** Slots of the number of the step, and of the one before. */
export const indexNow = "t";
export const indexBefore = "t-1";

/** An element whose text is written at each step: the number of a slot, or an index. */
export const slotted = (slot: string): MathNode => element("mn", [""], { "data-slot": slot });

/** Letters for the rate of each coordinate, in case a rule has taken one. */
const rateLetters = ["r", "q", "k", "h"];

/**
 * The symbols of a printed program: what changes from step to step carries the number of its step, and a prime where it
 * is assigned again within it.
 */
export function stepSymbols({ last, reports, isMoving }: PrintedProgram): (name: string) => MathNode {
  const rate = rateLetters.find((letter) => !last.has(letter)) ?? "r";
  return (name) => {
    if (name === stepName) return mrow(mi("Δ", { mathvariant: "normal" }), symbolOf(reports));
    if (name === rateName) return indexed(symbolOf(rate), slotted(indexNow));
    if (name === slopeName) return slope();
    if (name === noiseName) return indexed(symbolOf("xi"), slotted(indexNow));
    if (name === "loss_t") return indexed(symbolOf("loss"), slotted(indexBefore));
    const { name: base, version } = versionOf(name);
    if (!name.includes("#")) return symbolOf(name);
    if (!isMoving(name)) return symbolOf(base);
    const isLast = last.get(base) === name;
    const isBefore = version === 0 && base !== "g";
    const symbol = indexed(symbolOf(base.replace(/_t$/, "")), slotted(isBefore ? indexBefore : indexNow));
    const primes = base === "g" || !isLast ? version : 0;
    return primes > 0 ? primed(symbol, primes) : symbol;
  };
}

const slope = () =>
  mrow(
    mo("∇", { form: "prefix", lspace: "0", rspace: "0" }),
    mi("f"),
    mo("(", { stretchy: "false", form: "prefix" }),
    indexed(symbolOf("theta"), slotted(indexBefore)),
    mo(")", { stretchy: "false", form: "postfix" }),
  );

/** With the number of a step behind whatever index there is. */
function indexed(symbol: MathNode, index: MathNode): MathNode {
  const { tag, children, attributes } = symbol;
  if (tag !== "msub") return element("msub", [symbol, index], attributes);
  const [base, own] = children as readonly [MathNode, MathNode];
  return element("msub", [base, mrow(own, mo(",", { rspace: "0" }), index)], attributes);
}

/** The prime stands by the letter, so that index and exponent keep their places. */
const primed = ({ children: [base, index], attributes }: MathNode, count: number): MathNode =>
  element(
    "msub",
    [mrow(base as MathNode, mo("′".repeat(count), { lspace: "0", rspace: "0" })), index!],
    attributes,
  );
