import { stageWords } from "../../words/en/stage";
import { formatNumber } from "../number-format/number-format";

/** "diverged at step 138, loss 2.7·10¹³"; a loss that is no number is not told. */
export const divergedText = ({ step, loss }: { readonly step: number; readonly loss: number }): string =>
  stageWords().diverged(step, Number.isFinite(loss) ? formatNumber(loss) : undefined);
