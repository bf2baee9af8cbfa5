import { isSurfaceSpec, ruleOf, type ExperimentSpec, type RunSpec } from "../spec";
import type { Framework } from "./native-call";

type Unlike = {
  readonly framework: Framework;
  readonly call: RegExp;
  readonly why: string;
  /** Whether it matters only where all digits of float64 are compared. */
  readonly isRounding: boolean;
};

const unlikes: readonly Unlike[] = [
  {
    framework: "pytorch",
    call: /centered=True/,
    why: "Written out, since PyTorch's own takes the root of a variance that can round to below 0.",
    isRounding: false,
  },
  {
    framework: "keras",
    call: /centered=True/,
    why: "Written out, since Keras's own takes the root of a variance that can round to below 0.",
    isRounding: false,
  },
  {
    framework: "keras",
    call: /^keras\.optimizers\.Nadam\(/,
    why: "Written out, since Keras's own rounds its 0.96 to float32 on TensorFlow.",
    isRounding: true,
  },
];

/** Why a script that is to print the page's numbers has not the framework's own optimizer; nothing where it has. */
export function whyWrittenOut(spec: ExperimentSpec, run: RunSpec, framework: Framework): string | undefined {
  const { call = "" } = ruleOf(spec, run);
  return unlikes.find(
    (each) =>
      each.framework === framework && each.call.test(call) && (!each.isRounding || isSurfaceSpec(spec)),
  )?.why;
}
