import type { Expression } from "../ast";
import { powerHelpers } from "../powers";
import { constantOf, vocableOf } from "../vocabulary";
import { powerCalls, toText } from "./text";

/** Statements that must stand before generated expressions. */
export const jsPreamble = powerHelpers((name, body) => `const ${name} = (a) => ${body};`);

/** A JavaScript expression of the names it reads; needs jsPreamble in scope. */
export const toJs = (expression: Expression): string =>
  toText(expression, {
    number: String,
    name: (name) => (constantOf(name) === undefined ? name : String(constantOf(name))),
    call: ({ fn }, args) => vocableOf(fn)!.js(...args),
    power: powerCalls("1", (base, exponent) => `Math.pow(${base}, ${exponent})`),
  });
