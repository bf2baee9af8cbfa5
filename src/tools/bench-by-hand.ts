import type { Walk } from "../engine/backends/cpu/walk";

/** What a loop written by hand fills: as the engine records a run. */
export type Frames = Pick<Walk, "loss" | "theta" | "gradient">;

export type AdamSettings = {
  readonly start: readonly [number, number];
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly steps: number;
};

/** Adam on Rosenbrock as one would write it for speed: no calls, both coordinates unrolled, powers as running products. */
export function walkByHand(
  { start, lr, beta1, beta2, eps, steps }: AdamSettings,
  { loss, theta, gradient }: Frames,
): void {
  let [x, y] = start;
  let [mx, my, vx, vy] = [0, 0, 0, 0];
  let [power1, power2] = [1, 1];
  for (let k = 0; ; k++) {
    const bend = y - x * x;
    const gx = -(2 * (1 - x)) - 400 * bend * x;
    const gy = 200 * bend;
    loss[k] = (1 - x) * (1 - x) + 100 * (bend * bend);
    theta[2 * k] = x;
    theta[2 * k + 1] = y;
    gradient[2 * k] = gx;
    gradient[2 * k + 1] = gy;
    if (k === steps) return;
    power1 *= beta1;
    power2 *= beta2;
    const correction1 = 1 - power1;
    const correction2 = 1 - power2;
    mx = beta1 * mx + (1 - beta1) * gx;
    my = beta1 * my + (1 - beta1) * gy;
    vx = beta2 * vx + (1 - beta2) * (gx * gx);
    vy = beta2 * vy + (1 - beta2) * (gy * gy);
    x -= (lr * (mx / correction1)) / (Math.sqrt(vx / correction2) + eps);
    y -= (lr * (my / correction1)) / (Math.sqrt(vy / correction2) + eps);
  }
}

/** The same with the powers as the formula says them: the very arithmetic of the generated code. */
export function walkByHandWithPow(
  { start, lr, beta1, beta2, eps, steps }: AdamSettings,
  { loss, theta, gradient }: Frames,
): void {
  let [x, y] = start;
  let [mx, my, vx, vy] = [0, 0, 0, 0];
  for (let k = 0; ; k++) {
    const bend = y - x * x;
    const gx = -(2 * (1 - x)) - 400 * bend * x;
    const gy = 200 * bend;
    loss[k] = (1 - x) * (1 - x) + 100 * (bend * bend);
    theta[2 * k] = x;
    theta[2 * k + 1] = y;
    gradient[2 * k] = gx;
    gradient[2 * k + 1] = gy;
    if (k === steps) return;
    const correction1 = 1 - Math.pow(beta1, k + 1);
    const correction2 = 1 - Math.pow(beta2, k + 1);
    mx = beta1 * mx + (1 - beta1) * gx;
    my = beta1 * my + (1 - beta1) * gy;
    vx = beta2 * vx + (1 - beta2) * (gx * gx);
    vy = beta2 * vy + (1 - beta2) * (gy * gy);
    x -= (lr * (mx / correction1)) / (Math.sqrt(vx / correction2) + eps);
    y -= (lr * (my / correction1)) / (Math.sqrt(vy / correction2) + eps);
  }
}
