import { useEffect, useState } from "react";
import { Marker } from "../run-mark/RunMark";
import { useLab } from "../store-context/store-context";
import type { RunName } from "./RunInside";
import { doingInWords } from "./sentence";
import { shownStep } from "./shown-step";
import type { StepSheets } from "./use-step-sheets";
import { insideWords } from "../../words/en/inside";

/** Milliseconds between two sentences: they are to be read. */
const pace = 250;

/** The sentence above the maps: what each run does in this step. */
export function InsideLesson({ shown, names }: { shown: StepSheets; names: readonly RunName[] }) {
  const { store } = useLab();
  const [step, setStep] = useState(() => store.getState().playback.step);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = store.subscribe((state, before) => {
      if (state.playback.step === before.playback.step) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        setStep(store.getState().playback.step);
      }, pace);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store]);

  const words = insideWords();
  const told = shown.sheets.flatMap((sheet) => {
    const worked = shownStep({ playback: { step, playing: false, speed: 1 } }, sheet);
    if (!worked) return [];
    const { number, recording, run } = sheet;
    const word = names.find((name) => name.number === number)?.text ?? "";
    const end = recording.diverged(run)?.step;
    return end !== undefined && worked.step >= end
      ? [{ number, word, when: "", doing: words.divergedAtStep(end) }]
      : [{ number, word, when: words.atStep(worked.step), doing: doingInWords(worked) }];
  });
  return (
    <p className="lesson">
      {told.map(({ number, word, when, doing }, i) => (
        <span key={number}>
          {i > 0 && " "}
          {when !== told[i - 1]?.when && when}
          <span className="lesson-run" data-run={number}>
            <Marker run={number} radius={5} />
            {word}
          </span>{" "}
          {doing.split(/\b([xy])\b/).map((piece, part) => (part % 2 ? <i key={part}>{piece}</i> : piece))}
          {words.stop}
        </span>
      ))}
    </p>
  );
}
