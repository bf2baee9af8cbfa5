import type { Recording } from "../../../experiment/recording";
import type { Point } from "../../../surfaces/surface";
import { formatNumber } from "../../number-format/number-format";
import type { NamedRun } from "../network-data";
import type { DrawnPath } from "./drawn-path";
import { reachedBy } from "./paint-paths";
import { networkWords } from "../../../words/en/network";

/** Where a run stands on the plate at the cursor. */
export type Head = {
  readonly run: NamedRun;
  /** In pixels; on the border where the run has left the plate. */
  readonly at: Point;
  readonly words: string;
  readonly hasDiverged: boolean;
  readonly loss: number;
};

/** A path and whose it is. */
export type RunPath = { readonly run: NamedRun; readonly path: DrawnPath };

/** Room a marker needs from the border. */
const border = 8;

/** Where the runs stand at a step: at their last snapshot, and with words of their end if they diverged. */
export function headsAt(
  paths: readonly RunPath[],
  recording: Recording,
  step: number,
  { width, height }: { width: number; height: number },
): Head[] {
  const within = (value: number, most: number) => Math.max(border, Math.min(value, most - border));
  return paths.flatMap(({ run, path }) => {
    const reached = reachedBy(path, step);
    if (reached < 0) return [];
    const [x, y] = path.points[reached]!;
    const divergence = recording.diverged(run.index);
    const hasDiverged = divergence !== undefined && step >= divergence.step;
    const words = hasDiverged ? networkWords().runDiverged(run.label, divergence.step) : run.label;
    const at = [within(x, width), within(y, height)] as const;
    return [{ run, at, words, hasDiverged, loss: path.losses[reached]! }];
  });
}

/** The plate in words, for those who do not see it. */
export const headsInWords = (heads: readonly Head[], step: number): string =>
  networkWords().pathsAt(step) +
  heads
    .map(({ words, loss, hasDiverged }) =>
      hasDiverged ? words : networkWords().headLoss(words, formatNumber(loss)),
    )
    .join(networkWords().semicolon);
