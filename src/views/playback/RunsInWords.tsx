import { useEffect, useState } from "react";
import { useLab } from "../store-context/store-context";
import { startAnnouncing } from "./announcements";

/** Each run's step and loss as a text a screen reader hears. */
export function RunsInWords() {
  const { store } = useLab();
  const [words, setWords] = useState("");
  useEffect(() => startAnnouncing(store, setWords), [store]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}
