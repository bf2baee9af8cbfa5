import { useEffect, useState } from "react";
import { Marker } from "../run-mark/RunMark";
import { useLab } from "../store-context/store-context";
import { sentenceOf } from "./sentence";
import "./lesson.css";

/** The sentence above the stage. Rewritten seldom enough to be read: at a drag, and while a network trains. */
export function Lesson() {
  const { store } = useLab();
  const read = () => {
    const { recordedSpec, spec, recording } = store.getState();
    return { spec: recording.runs ? recordedSpec : spec, recording };
  };
  const [{ pieces, numbers }, setSentence] = useState(() => sentenceNow(read()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          setSentence(sentenceNow(read()));
        },
        store.getState().recording.hasPaths ? 250 : 1000,
      );
    };
    later();
    const unsubscribe = store.subscribe((state, before) => {
      if (state.recorded !== before.recorded || state.recordedSpec !== before.recordedSpec) later();
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
    // The store is the page's own, for good.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store]);

  return (
    <p className="lesson">
      {pieces.map((piece, i) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <span key={i} className="lesson-run" data-run={numbers[piece.run]}>
            <Marker run={numbers[piece.run]!} radius={5} />
            {piece.word}
          </span>
        ),
      )}
    </p>
  );
}

function sentenceNow({
  spec,
  recording,
}: {
  spec: Parameters<typeof sentenceOf>[0];
  recording: Parameters<typeof sentenceOf>[1];
}) {
  return { pieces: sentenceOf(spec, recording), numbers: spec.runs.map(({ number }) => number) };
}
