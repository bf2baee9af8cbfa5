import { isSurfaceSpec } from "../../experiment/spec";
import { Menu, MenuItem } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { useRecorded } from "../charts/use-recorded";
import { formatNumber } from "../number-format/number-format";
import { resultsOf } from "../run-card/results";
import { useLab, useLabState } from "../store-context/store-context";

/** The loss that each card says the first step of; the visitor may choose another. */
export function GoalChoice() {
  const { actions } = useLab();
  const chosen = useLabState(({ view }) => view.goal);
  const { recording, recordedSpec } = useRecorded();
  if (!isSurfaceSpec(recordedSpec) || recording.frames === 0) return null;
  const { goal, isFromMinimum } = resultsOf(recordedSpec, recording, chosen);
  const base = isFromMinimum ? "the surface's minimum" : "the lowest loss of these runs";
  return (
    <Menu
      button={`goal: ${formatNumber(goal)}`}
      title="The loss that runs are to reach: each card says at which step"
      align="right"
    >
      <div className="compare-panel">
        <label className="compare-field">
          <span>loss to be reached</span>
          <NumberField
            label="goal: loss to be reached"
            value={Number(goal.toPrecision(3))}
            onCommit={actions.setGoal}
            refusalOf={(value) => (Number.isFinite(value) ? undefined : "the goal must be a number")}
            width={88}
          />
        </label>
        <p className="compare-words">
          Each card says at which step its run first gets there. Usual is {base} and 1 % of the way from there
          up to the start.
        </p>
        {chosen !== undefined && (
          <MenuItem name="back to the usual goal" onChoose={() => actions.setGoal(undefined)} />
        )}
      </div>
    </Menu>
  );
}
