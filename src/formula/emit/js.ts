import type { Expression } from "../ast";
import { powerHelpers } from "../powers";
import { constantOf } from "../vocabulary";
import { toText } from "./text";

/** Statements that must stand before generated expressions. */
export const jsPreamble = powerHelpers((name, body) => `const ${name} = (a) => ${body};`);

/** A JavaScript expression of the names it reads; needs jsPreamble in scope. */
export const toJs = (expression: Expression): string =>
  toText(expression, {
    number: String,
    name: (name) => (constantOf(name) === undefined ? name : String(constantOf(name))),
    call: (vocable, args) => vocable.js(...args),
    power: (base, exponent) => `Math.pow(${base}, ${exponent})`,
  });
