import { useRef } from "react";
import { formatCount } from "../../number-format/number-format";
import { useFrame } from "../../playback/use-frame";
import { confusionOf, rightOf, worstOf } from "./confusion";
import { digits, type LookedAt } from "./looked-at";
import { divergedBy, namingAt } from "./naming";
import { pickedImages, rightsOf } from "./picked-images";
import type { State } from "../../../store/store";
import { networkWords } from "../../../words/en/network";
import { writeText } from "../../../ui/write";

/** What is looked at, in a sentence that follows the cursor. */
export function Summary(looked: LookedAt) {
  const text = useRef<HTMLParagraphElement>(null);
  useFrame((state) => {
    const words = summaryOf(state, looked);
    writeText(text.current, words);
  });
  return <p ref={text} className="network-note" />;
}

/** How many images a run gets wrong and how; or where two differ, and who is right there. */
export function summaryOf(state: State, { run, other }: LookedAt): string {
  const words = networkWords();
  for (const one of other ? [run, other] : [run]) {
    const step = divergedBy(state, one.index);
    if (step !== undefined) return words.namesNothing(one.label, step);
  }
  const naming = namingAt(state);
  if (!naming) return state.testSet ? words.nothingMeasured : words.onTheirWay;
  const { labels } = naming.testSet;
  const named = naming.namedBy(run.index);
  if (other) {
    const others = naming.namedBy(other.index);
    const picked = pickedImages({ named, other: others }, labels);
    const { first, second, neither } = rightsOf(picked, named, others, labels);
    return words.different(
      formatCount(picked.length),
      formatCount(labels.length),
      run.label,
      formatCount(first),
      other.label,
      formatCount(second),
      formatCount(neither),
    );
  }
  const counts = confusionOf(named, labels, digits.length);
  const worst = worstOf(counts);
  return words.wrong(
    formatCount(labels.length - rightOf(counts)),
    formatCount(labels.length),
    worst.count > 0 ? worst : undefined,
  );
}
