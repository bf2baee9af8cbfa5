import { isSurfaceSpec } from "../../experiment/spec";
import { useLab, useLabState } from "../store-context/store-context";
import "./progress.css";

/**
 * How far a network is: bytes while data load, then cancel while it trains, and what went wrong with a way on.
 * A hairline and words; the layout keeps its place.
 */
export function Progress() {
  const { session } = useLab();
  const execution = useLabState(({ execution }) => execution);
  const loading = useLabState(({ loading }) => loading);
  const isNetwork = useLabState(({ spec }) => !isSurfaceSpec(spec));
  const bytes = execution.status === "preparing" && execution.total > 0 ? execution : loading;

  if (execution.status === "failed")
    return (
      <div className="progress" role="alert">
        <span className="progress-error">
          {execution.message}. {isNetwork && "What is shown ends where it stopped; nothing more was trained."}
        </span>
        <button type="button" onClick={() => session.restart()}>
          try again
        </button>
      </div>
    );
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
          <span>
            MNIST, {megabytes(bytes.loaded)} of {megabytes(bytes.total)} MB
          </span>
          <span className="progress-note">60,000 images, checked as they come</span>
        </>
      )}
      {execution.status === "preparing" && !bytes && <span>Getting ready to train</span>}
      {execution.status === "running" && !bytes && <span className="progress-note">Training.</span>}
      {(execution.status === "preparing" || execution.status === "running") && (
        <button type="button" onClick={() => session.cancel()}>
          cancel
        </button>
      )}
      {execution.status === "cancelled" && (
        <>
          <span>Cancelled.</span>
          <button type="button" onClick={() => session.restart()}>
            train again
          </button>
        </>
      )}
      {execution.status === "complete" && <span className="progress-note">Trained to the end.</span>}
    </div>
  );
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
