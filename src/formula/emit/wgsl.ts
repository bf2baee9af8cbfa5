import type { Expression } from "../ast";
import { powerHelpers } from "../powers";
import { constantOf } from "../vocabulary";
import { toText } from "./text";

/** Functions that must stand in a shader module whose expressions were generated. */
export const wgslPreamble = `${powerHelpers((name, body) => `fn ${name}(a: f32) -> f32 { return ${body}; }`)}
// WGSL bounds the error of sin and cos only within [-pi, pi]. 2 pi in two parts: the first has so few bits that
// its multiples are exact up to 65535 turns.
fn _turned(a: f32) -> f32 {
  let turns = round(a * 0.15915494f);
  return clamp((a - turns * 6.28125f) - turns * 0.0019353072f, -3.1415927f, 3.1415927f);
}
fn _sin(a: f32) -> f32 { return sin(_turned(a)); }
fn _cos(a: f32) -> f32 { return cos(_turned(a)); }
// Some drivers compute tanh from exp, which overflows; beyond 10 it is 1 in f32 anyway.
fn _tanh(a: f32) -> f32 { return tanh(clamp(a, -10f, 10f)); }
// pow is undefined for a negative base. What has no value becomes the largest number, which counts as diverged:
// a shader may be compiled as if there were no NaN.
fn _power(a: f32, b: f32) -> f32 {
  if (b == 0f) { return 1f; }
  if (a == 0f) { return select(3.4028234e38f, 0f, b > 0f); }
  let magnitude = pow(abs(a), b);
  if (a > 0f) { return magnitude; }
  if (b != floor(b)) { return 3.4028234e38f; }
  return select(magnitude, -magnitude, b != 2f * floor(b * 0.5f));
}`;

/**
 * A WGSL expression of type f32; needs wgslPreamble in its module. Hoist first: a compiler refuses constant
 * subexpressions without a value, such as `1f / 0f`.
 */
export const toWgsl = (expression: Expression): string =>
  toText(expression, {
    number: literal,
    name: (name) => {
      const constant = constantOf(name);
      return constant === undefined ? name : literal(constant);
    },
    call: (vocable, args) => vocable.wgsl(...args),
    power: (base, exponent) => `_power(${base}, ${exponent})`,
  });

// Rounds to the largest f32; one digit more and the decimal is above it, which compilers refuse.
const largest = 3.4028234e38;
const smallestNormal = 1.1754943508222875e-38;

/** A literal beyond f32 does not compile, so it becomes the largest one; one below may be flushed, so it is. */
function literal(value: number): string {
  if (value < smallestNormal) return "0f";
  return value >= largest ? "3.4028234e38f" : `${value}f`;
}
