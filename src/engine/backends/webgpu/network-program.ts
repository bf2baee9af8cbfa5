import type { NetworkExperiment } from "../../compile";
import { pixelScale } from "../../training/pixels";
import { deltasKernel } from "./network-deltas";
import { inputsKernel } from "./network-inputs";
import type { KernelShape, NetworkKernel } from "./network-kernel";
import { layerKernel } from "./network-layer";
import { layoutOf } from "./network-layout";
import { lossKernel } from "./network-loss";
import { normKernels } from "./network-norm";
import { ruleSetOf, type RuleSet } from "./network-rules";
import { softmaxKernel } from "./network-softmax";
import { isNarrow, tailKernel } from "./network-tail";
import { updateKernel } from "./network-update";

/** All programs of a training, as text. */
export type NetworkProgram = {
  readonly shape: KernelShape;
  readonly set: RuleSet;
  /** Whether the gradient is kept, for rules that read its norm. */
  readonly isKept: boolean;
  /** Before a portion's steps. */
  readonly inputs: ReturnType<typeof inputsKernel>;
  /** A step: these, in this order, each one dispatch. */
  readonly step: readonly NetworkKernel[];
};

/** The program of a network for its runs' rules. No slider's number is in it. */
export function networkProgram({ layers, batch, settings, runs }: NetworkExperiment): NetworkProgram {
  const { activation, dropout, standardise } = settings;
  const shape: KernelShape = { layout: layoutOf(layers), batch, activation, dropout };
  const set = ruleSetOf(runs);
  const isKept = set.rules.some(({ readsNorm }) => readsNorm);
  const [first, ...later] = layers.map((_, l) => l);
  const behindFirst = isNarrow(shape.layout)
    ? [tailKernel(shape)]
    : [
        ...later.map((l) => layerKernel(shape, l)),
        softmaxKernel(shape),
        ...later.map((l) => deltasKernel(shape, l - 1)).reverse(),
      ];
  return {
    shape,
    set,
    isKept,
    inputs: inputsKernel(pixelScale(standardise)),
    step: [
      layerKernel(shape, first!),
      ...behindFirst,
      lossKernel(shape),
      ...(isKept ? normKernels(shape, set) : []),
      updateKernel(shape, set, isKept),
    ],
  };
}
