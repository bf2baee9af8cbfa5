import { isSurfaceSpec } from "../../experiment/spec";
import { useLab, useLabState } from "../store-context/store-context";
import { noticesWords } from "../../words/en/notices";
import "./progress.css";

/** What went wrong with what is computed, and a way on; nothing while all is well. */
export function Failure() {
  const { session } = useLab();
  const words = noticesWords();
  const execution = useLabState(({ execution }) => execution);
  const isNetwork = useLabState(({ spec }) => !isSurfaceSpec(spec));
  if (execution.status !== "failed") return null;
  return (
    <div className="progress" role="alert">
      <span className="progress-error">
        {words.failed(execution.message)}
        {isNetwork && words.stopped}
      </span>
      <button type="button" onClick={() => session.restart()}>
        {words.tryAgain}
      </button>
    </div>
  );
}
