import type { Recording } from "../../experiment/recording";
import type { ExperimentSpec } from "../../experiment/spec";
import { runLabels, shortLabel } from "../run-mark/labels";
import { dashOf } from "../run-mark/mark";
import { linearAxis, logarithmicAxis, type Axis } from "./domain";
import { differs, effectiveRates } from "./effective-rate";
import { knownMinimum } from "./known-minimum";
import { gradientNorms, lossesAbove, stepLengths, type Series } from "./series";

/** What a chart can show of runs on a surface. */
export type Quantity = "loss" | "gradient" | "step" | "rate";

/** One line of a panel: a run, or a coordinate of it. */
export type Line = Series & {
  readonly run: number;
  readonly label: string;
  readonly dash: string | undefined;
  /** Step at which the run diverged. */
  readonly divergedAt: number | undefined;
};

/** All that one panel draws. */
export type Panel = {
  readonly quantity: Quantity;
  readonly axis: Axis;
  readonly lines: readonly Line[];
  /** What the loss is measured from, if not from zero. */
  readonly minimum: number;
};

/** Hairlines of a panel at most; the loss is the tallest. */
const hairlines = { loss: 5, gradient: 3, step: 4, rate: 4 };

/** A panel of a quantity, for the runs that are shown; its axis is fixed by the converging ones over all steps. */
export function panelOf(
  quantity: Quantity,
  recording: Recording,
  spec: ExperimentSpec,
  isShown: (number: number) => boolean,
  logarithmic: boolean,
): Panel {
  // Between two experiments the recording may be of other runs than the spec.
  const isSame = recording.runs === spec.runs.length && recording.hasPaths;
  const minimum = isSame && quantity === "loss" && logarithmic ? floorOf(recording, spec) : 0;
  const lines = isSame ? linesOf(quantity, recording, spec, isShown, minimum) : [];
  const converging = lines.filter(({ divergedAt }) => divergedAt === undefined);
  const values = () => valuesOf(converging.length > 0 ? converging : lines.map(beginning));
  const axis =
    (logarithmic && logarithmicAxis(values(), hairlines[quantity])) ||
    linearAxis(values(), hairlines[quantity]);
  return { quantity, axis, lines, minimum };
}

/** The known minimum, unless a run that lasts ends below it: outside the window a surface may fall for ever. */
function floorOf(recording: Recording, spec: ExperimentSpec): number {
  const minimum = knownMinimum(spec);
  const isBelow = spec.runs.some(
    (_, run) => !recording.diverged(run) && recording.lossesOf(run).at(-1)! < 1.00001 * minimum,
  );
  return isBelow ? 0 : minimum;
}

function linesOf(
  quantity: Quantity,
  recording: Recording,
  spec: ExperimentSpec,
  isShown: (number: number) => boolean,
  minimum: number,
): Line[] {
  const labels = runLabels(spec).map(shortLabel);
  return spec.runs.flatMap((run, i): Line[] => {
    if (!isShown(run.number)) return [];
    const dash = dashOf(run.number);
    const style = { run: run.number, label: labels[i]!, dash, divergedAt: recording.diverged(i)?.step };
    switch (quantity) {
      case "loss":
        return [{ ...style, ...lossesAbove(recording, i, minimum) }];
      case "gradient":
        return [{ ...style, ...gradientNorms(recording, i) }];
      case "step":
        return [{ ...style, ...stepLengths(recording, i) }];
      case "rate": {
        const [x, y] = effectiveRates(recording, i, spec);
        if (!differs(x, y)) return [{ ...style, ...x }];
        return [
          { ...style, ...x, label: `${style.label} x` },
          { ...style, ...y, label: `${style.label} y`, dash: "3 2" },
        ];
      }
    }
  });
}

/** Where all runs diverge, what comes before they do is worth an axis. */
const beginning = (line: Line): Line => ({
  ...line,
  values: line.values.subarray(0, Math.ceil(line.values.length / 4)),
});

function* valuesOf(lines: readonly Line[]): Generator<number> {
  for (const { values } of lines) yield* values;
}
