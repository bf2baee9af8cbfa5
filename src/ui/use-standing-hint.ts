import { useEffect, useState } from "react";
import type { Hint } from "./CodeHint";

/** Milliseconds: whoever is typing `theta` has not misspelt it at its fourth letter. */
const patience = 700;

/** A hint once its word has stood in the text for a moment. */
export function useStandingHint(hint: Hint | undefined): Hint | undefined {
  const [stood, setStood] = useState<string>();
  const word = hint?.word;
  useEffect(() => {
    const timer = setTimeout(() => setStood(word), patience);
    return () => clearTimeout(timer);
  }, [word]);
  return stood === word ? hint : undefined;
}
