import type { Recording } from "../../experiment/recording";
import { isSurfaceSpec, surfaceOf, type ExperimentSpec, type RunSpec } from "../../experiment/spec";
import { runLabels } from "../run-mark/labels";
import { shortLabels } from "../run-mark/short-labels";
import { dashOf } from "../run-mark/mark";
import { differs, effectiveRates } from "./effective-rate";
import { createKeeper } from "./kept-by-run";
import { knownMinimum } from "./known-minimum";
import { distancesTo, gradientNorms, lossesAbove, stepLengths, type Series } from "./series";

/** What a chart can show of runs on a surface. */
export type Quantity = "loss" | "gradient" | "step" | "rate" | "distance";

/** One line of a panel: a run, or a coordinate of it. */
export type Line = Series & {
  readonly run: number;
  readonly label: string;
  readonly dash: string | undefined;
  /** Step at which the run diverged. */
  readonly divergedAt: number | undefined;
  /** What is recorded, where `values` are smoothed. */
  readonly raw?: Float64Array;
};

/** A quantity of all runs of a recording, whether they are shown or not. */
export type RecordedLines = {
  readonly quantity: Quantity;
  readonly lines: readonly Line[];
  /** What the loss is measured from where a logarithm is taken of it. */
  readonly minimum: number;
};

/** The minima known of an objective: distances are measured to the nearest. */
export const minimaOf = (spec: ExperimentSpec) => (isSurfaceSpec(spec) ? surfaceOf(spec).minima : []);

/** All quantities, in the order of their charts. */
export const allQuantities: readonly Quantity[] = ["loss", "gradient", "step", "rate", "distance"];

/** Those that an objective has: where no minimum is known there is no distance to it. */
export const quantitiesOf = (spec: ExperimentSpec, quantities = allQuantities): readonly Quantity[] =>
  quantities.filter((quantity) => quantity !== "distance" || minimaOf(spec).length > 0);

const keptLines = createKeeper<readonly Line[]>();

/** All lines of a quantity, as they are recorded; what takes long is done here, once for a recording. */
export function recordedLines(quantity: Quantity, recording: Recording, spec: ExperimentSpec): RecordedLines {
  // Between two experiments the recording may be of other runs than the spec.
  if (recording.runs !== spec.runs.length || !recording.hasPaths) return { quantity, lines: [], minimum: 0 };
  const labels = shortLabels(runLabels(spec));
  const linesOf = (run: RunSpec, i: number): Line[] => {
    const style = {
      ...{ run: run.number, label: labels[i]!, dash: dashOf(run.number) },
      divergedAt: recording.diverged(i)?.step,
    };
    switch (quantity) {
      case "loss":
        return [{ ...style, ...lossesAbove(recording, i, 0) }];
      case "gradient":
        return [{ ...style, ...gradientNorms(recording, i) }];
      case "step":
        return [{ ...style, ...stepLengths(recording, i) }];
      case "distance":
        return [{ ...style, ...distancesTo(minimaOf(spec), recording, i) }];
      case "rate": {
        const [x, y] = effectiveRates(recording, i, spec);
        if (!differs(x, y)) return [{ ...style, ...x }];
        return [
          { ...style, ...x, label: `${style.label} x` },
          { ...style, ...y, label: `${style.label} y`, dash: "3 2" },
        ];
      }
    }
  };
  const lines = spec.runs.flatMap((run, index) =>
    keptLines(quantity, { spec, recording, index, label: labels[index]! }, () => linesOf(run, index)),
  );
  return { quantity, lines, minimum: quantity === "loss" ? floorOf(recording, spec) : 0 };
}

/** The known minimum, unless a run that lasts ends below it: outside the window a surface may fall for ever. */
function floorOf(recording: Recording, spec: ExperimentSpec): number {
  const minimum = knownMinimum(spec);
  const isBelow = spec.runs.some(
    (_, run) => !recording.diverged(run) && recording.lossesOf(run).at(-1)! < 1.00001 * minimum,
  );
  return isBelow ? 0 : minimum;
}
