import type { Expression } from "../ast";
import { powerHelpers } from "../powers";
import { constantOf, vocableOf } from "../vocabulary";
import { powerCalls, toText } from "./text";

/** Functions that must stand in a shader module whose expressions were generated. */
export const wgslPreamble = `${powerHelpers((name, body) => `fn ${name}(a: f32) -> f32 { return ${body}; }`)}
// WGSL lets sin and cos be off by 2^-11 (one software adapter is, by 5e-5), and by anything outside [-pi, pi]. So this
// goes to the nearest zero in pi of two parts, of which the first has so few bits that its multiples are exact up to
// 20000 turns, and from there by a minimax polynomial with a relative error of 6e-9.
fn _wave(a: f32, halfTurns: f32) -> f32 {
  let r = clamp((a - halfTurns * 3.140625f) - halfTurns * 0.00096765359f, -1.5707964f, 1.5707964f);
  let z = r * r;
  return r + r * z * (-0.1666666f + z * (0.008333066f + z * (-0.0001980959f + z * 0.0000026057508f)));
}
fn _sin(a: f32) -> f32 {
  let n = round(a * 0.31830987f);
  return (1f - 4f * fract(n * 0.5f)) * _wave(a, n);
}
fn _cos(a: f32) -> f32 {
  let n = round(a * 0.31830987f - 0.5f);
  return (4f * fract(n * 0.5f) - 1f) * _wave(a, n + 0.5f);
}
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
    call: ({ fn }, args) => vocableOf(fn)!.wgsl(...args),
    power: powerCalls("1f", (base, exponent) => `_power(${base}, ${exponent})`),
  });

// Rounds to the largest f32; one digit more and the decimal is above it, which compilers refuse.
const largest = 3.4028234e38;
const smallestNormal = 1.1754943508222875e-38;

/** A literal beyond f32 does not compile, so it becomes the largest one; one below may be flushed, so it is. */
function literal(value: number): string {
  if (value < smallestNormal) return "0f";
  return value >= largest ? "3.4028234e38f" : `${value}f`;
}
