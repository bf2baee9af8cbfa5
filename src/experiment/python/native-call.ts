import { modifiers } from "../../modifiers/index";
import { hyperparametersOf, ruleOf, type ExperimentSpec, type RunSpec } from "../spec";
import type { OptimizerCode } from "./code";
import { toFloat } from "./float";
import { comment, indented } from "./layout";
import { kerasSchedule, torchSchedule } from "./native-schedule";

export type Framework = "pytorch" | "keras";

const libraries: Readonly<Record<Framework, string>> = {
  pytorch: "torch.optim.",
  keras: "keras.optimizers.",
};

/**
 * The framework's own optimizer, with what it does of itself around it; nothing where it has not this very rule, or
 * does otherwise.
 */
export function nativeCall(
  spec: ExperimentSpec,
  run: RunSpec,
  framework: Framework,
  description: readonly string[],
): OptimizerCode | undefined {
  const formulation = ruleOf(spec, run);
  const { call, initial = {} } = formulation;
  const values = hyperparametersOf(run, formulation);
  if (!call?.startsWith(libraries[framework]) || !accepts(call, values)) return undefined;
  const around = Object.keys(modifiers).filter((id) => Object.hasOwn(values, id));
  const changes = framework === "pytorch" ? torchChanges(call, values) : kerasChanges(call, values);
  if (around.some((id) => !Object.hasOwn(changes, id))) return undefined;
  // A first value is read from the rate before any schedule changes it.
  const startsFromRate = Object.values(initial).some((text) => /\blr\b/.test(text));
  if (run.schedule && startsFromRate) return undefined;
  const schedule =
    run.schedule && (framework === "pytorch" ? torchSchedule : kerasSchedule)(spec, run.schedule, values);
  if (run.schedule && !schedule) return undefined;

  const applied = around.map((id) => changes[id]!);
  const given = applied.flatMap(({ argument }) => argument ?? []);
  const filled = call.replace(/\{(\w+)\}/g, (_, name: string) =>
    framework === "keras" && name === "lr" && schedule ? "Rate()" : toFloat(values[name]!),
  );
  return {
    definitions: schedule ? [schedule.definition] : [],
    helpers: schedule?.helpers ?? [],
    setUp: [
      ...comment(description.join(" ")),
      `optimizer = ${[filled.slice(0, -1), ...given].join(", ")})`,
      ...(schedule?.setUp ?? []),
    ],
    before: applied.flatMap(({ before = [] }) => before),
    after: schedule?.after ?? [],
    readsLoss: false,
    reports: false,
  };
}

/** A modifier as the framework does it: an argument of the call, or lines before each step. */
type Change = { readonly argument?: string; readonly before?: readonly string[] };
type Values = Readonly<Record<string, number>>;

/** The modifiers that PyTorch knows. */
function torchChanges(call: string, { l2 = 0, clip = 0, clipNorm = 0 }: Values): Record<string, Change> {
  const most = toFloat(clipNorm);
  // Its decay is our penalty, but for AdamW's, which is a decay; and is added after what clips.
  const penalises = !/AdamW|Rprop/.test(call) && clip === 0 && clipNorm === 0;
  return {
    ...(penalises && { l2: { argument: `weight_decay=${toFloat(l2)}` } }),
    clip: { before: [`torch.nn.utils.clip_grad_value_(parameters, ${toFloat(clip)})`] },
    clipNorm: {
      before: [
        ...comment("As clip_grad_norm_, which divides by norm + 1e-6."),
        "gradients = [each.grad for each in parameters if each.grad is not None]",
        "norm = torch.nn.utils.get_total_norm(gradients).item()",
        "for gradient in gradients:",
        ...indented([`gradient *= ${most} / max(norm, ${most})`]),
      ],
    },
  };
}

/** The modifiers that Keras knows; of the two ways to clip it takes one. */
function kerasChanges(call: string, { decay = 0, clip = 0, clipNorm = 0 }: Values): Record<string, Change> {
  return {
    ...(!call.includes("weight_decay") && { decay: { argument: `weight_decay=${toFloat(decay)}` } }),
    ...(clipNorm === 0 && { clip: { argument: `clipvalue=${toFloat(clip)}` } }),
    ...(clip === 0 && { clipNorm: { argument: `global_clipnorm=${toFloat(clipNorm)}` } }),
  };
}

/** PyTorch refuses Nesterov without momentum and dampens nothing then; Keras refuses Lion without it. */
const accepts = (call: string, { momentum, dampening = 0, beta1 }: Values): boolean =>
  !(call.startsWith("torch.optim.SGD(") && momentum === 0 && (dampening > 0 || call.includes("nesterov"))) &&
  !(call.startsWith("keras.optimizers.Lion(") && beta1 === 0);
