import { compareWords } from "../../words/en/compare";
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
  const words = compareWords();
  return (
    <Menu button={words.goal(formatNumber(goal))} title={words.goalHint} align="right">
      <div className="compare-panel">
        <label className="compare-field">
          <span>{words.goalField}</span>
          <NumberField
            label={words.goalLabel}
            value={Number(goal.toPrecision(3))}
            onCommit={actions.setGoal}
            refusalOf={(value) => (Number.isFinite(value) ? undefined : words.goalNumber)}
            width={88}
          />
        </label>
        <p className="compare-words">{words.goalNote(isFromMinimum)}</p>
        {chosen !== undefined && (
          <MenuItem name={words.goalBack} onChoose={() => actions.setGoal(undefined)} />
        )}
      </div>
    </Menu>
  );
}
