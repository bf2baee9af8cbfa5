import { literal, substitute } from "../../formula/build";
import { parseProgram } from "../../formula/parse";
import { namesIn } from "../../formula/scope";
import { resolveSchedule } from "../../schedules/index";
import { plannedSteps } from "../budget";
import { valuesOf, type ExperimentSpec, type ScheduleSpec } from "../spec";
import { toDefaults } from "./float";
import { bracketed, docstring, indented } from "./layout";
import { pythonLines } from "./lines";

type NativeSchedule = {
  readonly definition: readonly string[];
  readonly helpers: readonly string[];
  readonly setUp: readonly string[];
  readonly after: readonly string[];
};

/** A schedule as PyTorch takes it, a factor of the rate; nothing where it looks at the run. */
export function torchSchedule(spec: ExperimentSpec, schedule: ScheduleSpec): NativeSchedule | undefined {
  const code = bodyOf(spec, schedule, "torch");
  return (
    code && {
      definition: [
        ...bracketed("def multiplier(", ["epoch", ...code.given], "):"),
        ...indented([...docstring([code.description]), "t = epoch + 1", ...code.lines]),
      ],
      helpers: code.helpers,
      setUp: ["scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, multiplier)"],
      after: ["scheduler.step()"],
    }
  );
}

/** A schedule as Keras takes it; nothing where it looks at the run. */
export function kerasSchedule(
  spec: ExperimentSpec,
  schedule: ScheduleSpec,
  { lr }: Readonly<Record<string, number>>,
): NativeSchedule | undefined {
  const code = bodyOf(spec, schedule, "keras");
  return (
    code && {
      definition: [
        "class Rate(keras.optimizers.schedules.LearningRateSchedule):",
        ...indented([
          ...docstring([code.description]),
          "",
          ...bracketed(
            "def __call__(",
            ["self", "iteration", ...toDefaults([["lr", lr!]]), ...code.given],
            "):",
          ),
          ...indented(["t = ops.cast(iteration, keras.config.floatx()) + 1", ...code.lines]),
        ]),
      ],
      helpers: code.helpers,
      setUp: [],
      after: [],
    }
  );
}

/** The lines of a schedule that is a formula of t alone, from the values it is given to the rate it returns. */
function bodyOf(spec: ExperimentSpec, { id, parameters }: ScheduleSpec, target: "torch" | "keras") {
  const { rate, reference, name, initial, parameters: defined } = resolveSchedule(id);
  if (initial) return undefined;
  // PyTorch multiplies by lr itself.
  const known = new Map(target === "torch" ? [["lr", literal(1)]] : []);
  const program = parseProgram(rate).map((line) => ({ ...line, value: substitute(line.value, known) }));
  const values: Record<string, number> = { ...valuesOf(defined, parameters), steps: plannedSteps(spec) };
  const given = Object.entries(values).filter(([each]) =>
    program.some(({ value }) => namesIn(value).has(each)),
  );
  const numbers = new Set([...given.map(([each]) => each), target === "torch" ? "t" : "lr"]);
  const { lines, helpers } = pythonLines(program, { target, numbers, scalars: numbers, full: new Set() });
  return {
    description: `${name}. ${reference}.`,
    given: toDefaults(given),
    lines: lines.map((line) => line.replace(/^lr_t = /, "return ")),
    helpers,
  };
}
