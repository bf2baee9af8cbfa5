import { RuleFormula, useRule } from "../formula/RuleFormula";
import { LineSample } from "../run-mark/RunMark";
import { useRun, type ShownRun } from "./use-run";

/** Over its lane in a frame: a run's name, and its rule in one line. */
export function LaneCaption({ index, hasRule }: { index: number; hasRule: boolean }) {
  const shown = useRun(index);
  return shown ? (
    <div className="lane-caption" data-run={shown.run.number}>
      <b>
        <LineSample run={shown.run.number} />
        {shown.label}
      </b>
      {hasRule && <LaneRule {...shown} />}
    </div>
  ) : null;
}

function LaneRule({ optimizer, rule, values, run }: ShownRun) {
  const lines = useRule(rule, values, run.schedule !== undefined);
  // One line has room for two short assignments; of a longer rule it shows the step.
  const shown = lines.length <= 2 ? lines : lines.slice(-1);
  return (
    <span className="lane-rule">
      {shown.map((line, i) => (
        <RuleFormula key={i} lines={[line]} label={`update rule of ${optimizer.name}`} />
      ))}
    </span>
  );
}
