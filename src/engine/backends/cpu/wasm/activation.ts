import type { Activation } from "../../../../networks/settings";
import type { Code, Fn } from "./assembler";
import { add, call, div, get, mul, op, set, splat, sub } from "./code";

/** An activation: its value, and what a gradient by it is by its argument, told from its output in a local. */
type Meaning = {
  readonly value: (sum: Code) => Code;
  readonly slope: (gradient: Code, output: string) => Code;
};

/** What sums become. A number that is none stays none. */
export const activationsInWasm: Readonly<Record<Activation, Meaning>> = {
  relu: {
    value: (sum) => op("f32x4.pmax", sum, splat(0)),
    slope: (gradient, output) => op("v128.and", gradient, op("f32x4.gt", get(output), splat(0))),
  },
  tanh: {
    value: (sum) => call("tanh", sum),
    slope: (gradient, output) => mul(gradient, sub(splat(1), mul(get(output), get(output)))),
  },
  sigmoid: {
    value: (sum) => call("sigmoid", sum),
    slope: (gradient, output) => mul(gradient, mul(get(output), sub(splat(1), get(output)))),
  },
};

/**
 * Parts e^x into 2^n (1 + rest), as Cephes' expf does (Moshier 1992), within 2e-7 of its size: from 2^-126 to 2^127.
 */
function partedExponential(x: Code): Code {
  // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the lowest bits.
  const shifter = splat(12582912);
  const coefficients = [
    1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
  ];
  const series = coefficients.map(splat).reduce((sum, next) => add(mul(sum, get("r")), next));
  return [
    ...set("r", op("f32x4.pmin", op("f32x4.pmax", x, splat(-87.3)), splat(88))),
    ...set("n", add(mul(get("r"), splat(Math.LOG2E)), shifter)),
    ...set("scale", op("i32x4.add", [...get("n"), ["i32.const", 23], "i32x4.shl"], splat(1))),
    ...set("n", sub(get("n"), shifter)),
    // ln 2 in two parts, of which the first has so few bits that its multiples are exact.
    ...set("r", sub(sub(get("r"), mul(get("n"), splat(0.693359375))), mul(get("n"), splat(-2.1219444e-4)))),
    ...set("rest", add(get("r"), mul(mul(get("r"), get("r")), series))),
  ];
}

const exponential = (name: string, x: Code, rest: Code): Fn => ({
  name,
  params: { x: "v128" },
  result: "v128",
  locals: { r: "v128", n: "v128", scale: "v128", rest: "v128" },
  body: [...partedExponential(x), ...rest],
});

const exp = add(mul(get("scale"), get("rest")), get("scale"));
const expLessOne = add(mul(get("scale"), get("rest")), sub(get("scale"), splat(1)));

/** Functions of one vector. */
export const exponentials: readonly Fn[] = [
  exponential("exp", get("x"), exp),
  exponential("sigmoid", op("f32x4.neg", get("x")), div(splat(1), add(splat(1), exp))),
  // From e^2x - 1, which keeps all digits where x is small.
  exponential("tanh", add(get("x"), get("x")), [
    ...set("rest", expLessOne),
    ...div(get("rest"), add(get("rest"), splat(2))),
  ]),
];
