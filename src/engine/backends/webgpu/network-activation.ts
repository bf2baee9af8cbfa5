import type { Activation } from "../../../networks/settings";
import { dropoutBound, mixedWgsl } from "../../training/dropout";
import type { KernelShape } from "./network-kernel";

/**
 * WGSL of a hidden unit. `_activated(a)`: its output; `_slope(output)`: the derivative there, before dropout;
 * `_kept(base, place)`: what dropout multiplies the output with, at place = sample * units + unit; times `_share` undoes it.
 */
export const activationWgsl = ({ activation, dropout }: KernelShape): string =>
  `${activations[activation]}\n${dropout > 0 ? dropoutWgsl(dropout) : withoutDropout}`;

const activations: Readonly<Record<Activation, string>> = {
  // Not max: NaN must stay NaN, or a diverged run would look like a dead one.
  relu: `fn _activated(a: f32) -> f32 { return select(a, 0f, a < 0f); }
fn _slope(output: f32) -> f32 { return select(0f, 1f, output > 0f); }`,
  // Some drivers compute tanh from exp, which overflows.
  tanh: `fn _activated(a: f32) -> f32 { return tanh(clamp(a, -10f, 10f)); }
fn _slope(output: f32) -> f32 { return 1f - output * output; }`,
  sigmoid: `fn _activated(a: f32) -> f32 { return 1f / (1f + exp(-a)); }
fn _slope(output: f32) -> f32 { return output * (1f - output); }`,
};

const withoutDropout = `const _share = 1f;
fn _kept(base: u32, place: u32) -> f32 { return 1f; }`;

const dropoutWgsl = (share: number) => `${mixedWgsl}
const _share = ${Math.fround(1 - share)}f;
fn _kept(base: u32, place: u32) -> f32 {
  return select(${Math.fround(1 / (1 - share))}f, 0f, _mixed(base + place) < ${dropoutBound(share)}u);
}`;
