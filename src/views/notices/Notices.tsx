import { useEffect } from "react";
import { useLab, useLabState } from "../store-context/store-context";
import { progressWords } from "../../words/en/progress";
import "./notices.css";
import { spoken } from "../../words/spoken";

/** What the link, or a field, could not be used for: one line each, naming the field. Escape puts them away. */
export function Notices() {
  const { actions } = useLab();
  const words = progressWords();
  const problems = useLabState(({ problems }) => problems);
  useEffect(() => {
    const dismiss = ({ key }: KeyboardEvent) => {
      if (key === "Escape") actions.dismissProblems();
    };
    addEventListener("keydown", dismiss);
    return () => removeEventListener("keydown", dismiss);
  }, [actions]);

  return (
    <div className="notices" role="status" aria-label={words.notices}>
      {problems.length > 0 && (
        <div className="notice">
          <ul>
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
