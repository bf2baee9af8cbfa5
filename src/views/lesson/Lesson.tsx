import { useEffect, useRef, useState } from "react";
import { isSurfaceSpec } from "../../experiment/spec";
import type { State } from "../../store/store";
import { labelParts } from "../run-mark/labels";
import { Marker } from "../run-mark/RunMark";
import { useLab, useLabState } from "../store-context/store-context";
import { sentenceOf } from "./sentence";
import { useKeptHeight } from "./use-kept-height";
import "./lesson.css";

/** The sentence above the stage. Rewritten seldom enough to be read: at a drag, and while a network trains. */
export function Lesson() {
  const { store } = useLab();
  const [{ pieces, numbers, isResult }, setSentence] = useState(() => sentenceNow(store.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          setSentence(sentenceNow(store.getState()));
        },
        store.getState().recording.hasPaths ? 250 : 500,
      );
    };
    later();
    const unsubscribe = store.subscribe((state, before) => {
      // What is recorded now is another network's.
      if (state.recording !== before.recording && !state.recording.hasPaths) setSentence(sentenceNow(state));
      if (state.recorded !== before.recorded || state.recordedSpec !== before.recordedSpec) later();
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [store]);

  const box = useRef<HTMLParagraphElement>(null);
  const hasSliders = useLabState(({ spec }) => isSurfaceSpec(spec));
  useKeptHeight(box, hasSliders && isResult ? numbers.join() : undefined);

  return (
    <p ref={box} className="lesson">
      {pieces.map((piece, i) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <span key={i} className="lesson-run" data-run={numbers[piece.run]}>
            <Marker run={numbers[piece.run]!} radius={5} />
            {nameIn(piece.word)}
          </span>
        ),
      )}
    </p>
  );
}

/** A run's name; what tells it from its like is smaller, or it would be read as the number after it. */
function nameIn(label: string) {
  const [name, ending] = labelParts(label);
  return (
    <>
      {name}
      {ending && <span className="lesson-run-ending">{ending}</span>}
    </>
  );
}

/** The sentence on what is drawn, or, before there is anything, on what will be. */
function sentenceNow({ recordedSpec, spec, recording }: State) {
  const isResult = recording.runs > 0;
  const shown = isResult ? recordedSpec : spec;
  return {
    pieces: sentenceOf(shown, recording),
    numbers: shown.runs.map(({ number }) => number),
    isResult,
  };
}
