import type { OptimizerCode } from "./code";

/** One step of PyTorch's: the loss, its gradients, what is done to them, the update. `told` is the loss as the rule hears it. */
export const torchStep = (code: OptimizerCode, value: string, told = "value"): string[] => [
  `value = ${value}`,
  "optimizer.zero_grad()",
  "value.backward()",
  ...code.before,
  code.readsLoss ? `optimizer.step(${told}.item())` : "optimizer.step()",
  ...code.after,
];
