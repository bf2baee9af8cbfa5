import { useEffect, useState } from "react";
import { Marker } from "../run-mark/RunMark";
import { useLab } from "../store-context/store-context";
import type { RunName } from "./RunInside";
import { doingInWords } from "./sentence";
import { shownStep } from "./shown-step";
import type { StepSheets } from "./use-step-sheets";

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

  const told = shown.sheets.flatMap((sheet) => {
    const worked = shownStep({ playback: { step, playing: false, speed: 1 } }, sheet);
    const word = names.find(({ number }) => number === sheet.number)?.text ?? "";
    return worked ? [{ number: sheet.number, word, step: worked.step, doing: doingInWords(worked) }] : [];
  });
  return (
    <p className="lesson">
      {told.map(({ number, word, step, doing }, i) => (
        <span key={number}>
          {i === 0 || step !== told[0]!.step ? `${i > 0 ? " " : ""}At step ${step} ` : " "}
          <span className="lesson-run" data-run={number}>
            <Marker run={number} radius={5} />
            {word}
          </span>{" "}
          {doing.split(/\b([xy])\b/).map((piece, part) => (part % 2 ? <i key={part}>{piece}</i> : piece))}.
        </span>
      ))}
    </p>
  );
}
