import type { OptimizerCode } from "./code";
import { comment } from "./layout";

/** A function as NumPy computes it; on a surface nothing is compiled, so that there are values to give it. */
const byNumpy = (name: string) => `def ${name}(a):
    return ops.array(numpy.${name}(ops.convert_to_numpy(a)), "float64")`;

/**
 * Keras's minimum and maximum round float64 to float32 on PyTorch; on JAX its floor, sin, cos and tanh do, too; on a
 * surface, where a rule may follow a sign, such an error grows. These keep all digits.
 */
const exact: Readonly<Record<string, string>> = {
  minimum: `def minimum(a, b):
    if not hasattr(a, "dtype") or ops.ndim(a) < ops.ndim(b):
        a, b = b, a
    return ops.clip(a, -math.inf, b)`,
  maximum: `def maximum(a, b):
    if not hasattr(a, "dtype") or ops.ndim(a) < ops.ndim(b):
        a, b = b, a
    return ops.clip(a, b, math.inf)`,
  floor: `def floor(a):
    return a // 1`,
  sin: byNumpy("sin"),
  cos: byNumpy("cos"),
  tanh: byNumpy("tanh"),
};

/** Code for Keras that rounds nothing to float32 where it need not, the functions it then calls, and what still does. */
export function exactKeras(code: string): { code: string; helpers: string[]; notes: string[] } {
  const rounded = Object.keys(exact).filter((name) => code.includes(`ops.${name}(`));
  return {
    code: rounded.reduce((text, name) => text.replaceAll(`ops.${name}(`, `${name}(`), code),
    helpers: rounded.map((name) => exact[name]!),
    notes: [
      ...(code.includes("global_clipnorm") ? ["Keras clips the norm in float32 on PyTorch."] : []),
      ...(code.includes("= keras.optimizers.")
        ? ["Keras rounds the numbers its own optimizers are given to float32 on TensorFlow."]
        : []),
    ].flatMap(comment),
  };
}

const exactNumbers = `def exact(optimizer):
    """Its numbers as NumPy's: TensorFlow would round Python's own to float32."""
    for name, value in list(vars(optimizer).items()):
        if type(value) is float:
            setattr(optimizer, name, numpy.float64(value))
    return optimizer`;

/** One of Keras's own optimizers, made to compute with all digits of its numbers; needs numpy. */
export const withExactNumbers = (code: OptimizerCode): OptimizerCode => ({
  ...code,
  helpers: [...code.helpers, exactNumbers],
  setUp: code.setUp.map((line) => line.replace(/^optimizer = (.*)$/, "optimizer = exact($1)")),
});
