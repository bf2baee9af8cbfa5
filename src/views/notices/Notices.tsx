import { useEffect, useState } from "react";
import type { ToldFault } from "../../store/store";
import { useLab, useLabState } from "../store-context/store-context";
import { noticesWords } from "../../words/en/notices";
import "./notices.css";
import { spoken } from "../../words/spoken";

/**
 * What the link, or a field, could not be used for: one line each, naming the field; and what went wrong with the machine.
 * Escape puts them away.
 */
export function Notices() {
  const { actions } = useLab();
  const words = noticesWords();
  const problems = useLabState(({ problems }) => problems);
  const fault = useFaultInWords();
  useEffect(() => {
    const dismiss = ({ key }: KeyboardEvent) => {
      if (key === "Escape") actions.dismissProblems();
    };
    addEventListener("keydown", dismiss);
    return () => removeEventListener("keydown", dismiss);
  }, [actions]);

  return (
    <div className="notices" role="status" aria-label={words.notices}>
      {(problems.length > 0 || fault !== undefined) && (
        <div className="notice">
          <ul>
            {fault !== undefined && <li>{fault}</li>}
            {problems.map(({ field, message, refusal }) => (
              <li key={field + message}>
                {message.includes(field) ? null : <b>{words.field(field)}</b>}
                {spoken(refusal)}
              </li>
            ))}
          </ul>
          <button type="button" onClick={actions.dismissProblems}>
            {words.dismiss}
          </button>
        </div>
      )}
    </div>
  );
}

/** What went wrong with the machine. Its words come when they are first needed; should they not, there are none. */
function useFaultInWords(): string | undefined {
  const fault = useLabState(({ fault }) => fault);
  const [words, setWords] = useState<Readonly<Record<ToldFault, string>>>();
  useEffect(() => {
    if (!fault) return;
    import("../../words/en/faults").then(
      ({ faultWords }) => setWords(faultWords()),
      () => undefined,
    );
  }, [fault]);
  return fault && words?.[fault];
}
