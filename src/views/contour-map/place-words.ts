import { stageWords } from "../../words/en/stage";
import type { Point } from "../../surfaces/surface";
import { formatNumber, formatTick } from "../number-format/number-format";

/** What stands at the start. */
export const startText = ([x, y]: Point): string => stageWords().start(`${formatTick(x)}, ${formatTick(y)}`);

/** The loss of a minimum; one that is computed to be 1e-13, or as Ackley's 4e-8, is zero. */
export const lossText = ({ loss }: { readonly loss: number }): string =>
  formatNumber(Math.abs(loss) < 1e-7 ? 0 : loss);

/** What stands at the lowest minimum. */
export const minimumText = (lowest: { readonly loss: number }): string =>
  `${stageWords().minimum}f = ${lossText(lowest)}`;
