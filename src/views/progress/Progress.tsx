import { isSurfaceSpec } from "../../experiment/spec";
import { useLab, useLabState } from "../store-context/store-context";
import { Failure } from "./Failure";
import { progressWords } from "../../words/en/progress";
import "./progress.css";

/**
 * How far a network is: bytes while data load, then cancel while it trains, and what went wrong with a way on.
 * A hairline and words; the layout keeps its place.
 */
export function Progress() {
  const { session } = useLab();
  const words = progressWords();
  const execution = useLabState(({ execution }) => execution);
  const loading = useLabState(({ loading }) => loading);
  const isNetwork = useLabState(({ spec }) => !isSurfaceSpec(spec));
  const bytes = execution.status === "preparing" && execution.total > 0 ? execution : loading;

  if (execution.status === "failed") return <Failure />;
  if (!isNetwork) return null;
  return (
    <div className="progress">
      {bytes && (
        <>
          <div
            className="progress-line"
            role="progressbar"
            aria-label="MNIST"
            aria-valuemin={0}
            aria-valuemax={bytes.total}
            aria-valuenow={bytes.loaded}
          >
            <div style={{ width: `${(100 * bytes.loaded) / bytes.total}%` }} />
          </div>
          <span>{words.loaded(megabytes(bytes.loaded), megabytes(bytes.total))}</span>
          <span className="progress-note">{words.checked}</span>
        </>
      )}
      {execution.status === "preparing" && !bytes && <span>{words.gettingReady}</span>}
      {execution.status === "running" && !bytes && <span className="progress-note">{words.training}</span>}
      {(execution.status === "preparing" || execution.status === "running") && (
        <button type="button" onClick={() => session.cancel()}>
          {words.cancel}
        </button>
      )}
      {execution.status === "cancelled" && (
        <>
          <span>{words.cancelled}</span>
          <button type="button" onClick={() => session.restart()}>
            {words.trainAgain}
          </button>
        </>
      )}
      {execution.status === "complete" && <span className="progress-note">{words.trained}</span>}
    </div>
  );
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
