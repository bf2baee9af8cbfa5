import { useRef } from "react";
import { formatCount } from "../../number-format/number-format";
import { useFrame } from "../../playback/use-frame";
import { confusionOf, rightOf, worstOf } from "./confusion";
import { digits, type LookedAt } from "./looked-at";
import { divergedBy, namingAt } from "./naming";
import { pickedImages, rightsOf } from "./picked-images";
import type { State } from "../../../store/store";

/** What is looked at, in a sentence that follows the cursor. */
export function Summary(looked: LookedAt) {
  const text = useRef<HTMLParagraphElement>(null);
  useFrame((state) => {
    const words = summaryOf(state, looked);
    if (text.current && text.current.textContent !== words) text.current.textContent = words;
  });
  return <p ref={text} className="network-note" />;
}

/** How many images a run gets wrong and how; or where two differ, and who is right there. */
export function summaryOf(state: State, { run, other }: LookedAt): string {
  for (const one of other ? [run, other] : [run]) {
    const step = divergedBy(state, one.index);
    if (step !== undefined) return `${one.label} diverged at step ${step}: what it names means nothing.`;
  }
  const naming = namingAt(state);
  if (!naming) return state.testSet ? "Nothing is measured yet." : "The test images are still on their way.";
  const { labels } = naming.testSet;
  const named = naming.namedBy(run.index);
  if (other) {
    const others = naming.namedBy(other.index);
    const picked = pickedImages({ named, other: others }, labels);
    const { first, second, neither } = rightsOf(picked, named, others, labels);
    return (
      `Different on ${formatCount(picked.length)} of ${formatCount(labels.length)}: ` +
      `${run.label} is right on ${formatCount(first)}, ${other.label} on ${formatCount(second)}, neither on ${formatCount(neither)}.`
    );
  }
  const counts = confusionOf(named, labels, digits.length);
  const worst = worstOf(counts);
  const most = worst.count > 0 ? `; most often a ${worst.truth} is named ${worst.named}` : "";
  return `${formatCount(labels.length - rightOf(counts))} of ${formatCount(labels.length)} wrong${most}.`;
}
