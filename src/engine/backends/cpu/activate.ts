import type { Activation } from "../../../networks/settings";

/** Makes sums [count] a hidden layer's outputs, in place. */
export function activate(kind: Activation, sums: Float64Array, count: number): void {
  switch (kind) {
    case "relu":
      for (let i = 0; i < count; i++) if (sums[i]! < 0) sums[i] = 0;
      return;
    case "tanh":
      for (let i = 0; i < count; i++) sums[i] = Math.tanh(sums[i]!);
      return;
    case "sigmoid":
      for (let i = 0; i < count; i++) sums[i] = 1 / (1 + Math.exp(-sums[i]!));
      return;
  }
}

/** Makes gradients by outputs gradients by sums, in place; both [count]. Relu's slope at 0 is 0. */
export function deactivate(
  kind: Activation,
  gradients: Float64Array,
  outputs: Float64Array,
  count: number,
): void {
  switch (kind) {
    case "relu":
      for (let i = 0; i < count; i++) if (outputs[i] === 0) gradients[i] = 0;
      return;
    case "tanh":
      for (let i = 0; i < count; i++) gradients[i]! *= 1 - outputs[i]! * outputs[i]!;
      return;
    case "sigmoid":
      for (let i = 0; i < count; i++) gradients[i]! *= outputs[i]! * (1 - outputs[i]!);
      return;
  }
}
