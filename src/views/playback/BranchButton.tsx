import { isSurfaceSpec } from "../../experiment/spec";
import { formatCount } from "../number-format/number-format";
import { useLab, useLabState } from "../store-context/store-context";
import { playbackWords } from "../../words/en/playback";
import { BranchIcon } from "./icons";

/** Whether what is changed changes a run from the cursor's step on, and leaves its way so far. Surfaces only. */
export function BranchButton() {
  const { actions } = useLab();
  const branchAt = useLabState((state) => state.branchAt);
  const isSurface = useLabState(({ spec }) => isSurfaceSpec(spec));
  if (!isSurface) return null;
  return (
    <>
      {branchAt !== undefined && (
        <span className="playback-branch-words" role="status">
          {playbackWords().branching(formatCount(branchAt))}
        </span>
      )}
      <button
        type="button"
        className="playback-loop playback-branch"
        aria-label={playbackWords().branch}
        title={playbackWords().branchKey}
        aria-pressed={branchAt !== undefined}
        onClick={actions.toggleBranch}
      >
        <BranchIcon />
      </button>
    </>
  );
}
