import type { ModifierId } from "../../modifiers/index";
import { isSurfaceSpec, ruleOf, type ExperimentSpec, type RunSpec } from "../spec";

type Unlike = {
  readonly call: RegExp;
  /** The modifier with which alone it matters. */
  readonly around?: ModifierId;
  readonly why: string;
  /** Whether it matters only where all digits of float64 are compared. */
  readonly isRounding: boolean;
};

const unlikes: readonly Unlike[] = [
  {
    call: /centered=True/,
    why: "Written out: the framework's own takes the root of a variance that can round to below 0.",
    isRounding: false,
  },
  {
    call: /^keras\.optimizers\.Nadam\(/,
    why: "Written out: Keras's own rounds its 0.96 to float32 on TensorFlow.",
    isRounding: true,
  },
  {
    call: /^keras\.optimizers\./,
    around: "clipNorm",
    why: "Written out: Keras's own clips the norm in float32 on PyTorch.",
    isRounding: true,
  },
];

/** Why a script that is to compute the page's numbers does not call the framework's own optimizer; nothing where it does. */
export function whyWrittenOut(spec: ExperimentSpec, run: RunSpec): string | undefined {
  const { call = "" } = ruleOf(spec, run);
  const isCompared = isSurfaceSpec(spec);
  return unlikes.find(
    ({ call: unlike, around, isRounding }) =>
      unlike.test(call) &&
      (isCompared || !isRounding) &&
      (around === undefined || Object.hasOwn(run.hyperparameters, around)),
  )?.why;
}
