import { compareWords } from "../../words/en/compare";
import type { TunedRun, Tuning } from "../../store/store";
import { numberText } from "../../ui/number-text";

/**
 * "Each run tried 48 learning rates, evenly over its slider, and kept the one whose last 15 losses were lowest: Momentum
 * 0.0316, RMSprop 0.1."
 */
export function tuningInWords(labels: readonly string[], { trials, lossesInMean, runs }: Tuning): string {
  const words = compareWords();
  const found = labels.map((label, i) => `${label} ${rateInWords(runs[i])}`).join(words.comma);
  return words.tried(trials, lossesInMean, found);
}

function rateInWords(run: TunedRun | undefined): string {
  switch (run?.kind) {
    case "best":
      return numberText(run.lr);
    case "diverged":
      return compareWords().divergedAtAll;
    case "no rate":
    case undefined:
      return compareWords().noRate;
  }
}
