import { Menu } from "../../ui/Menu";
import { OptimizerItems } from "../reference/OptimizerItems";
import { LineSample } from "../run-mark/RunMark";
import { useLab } from "../store-context/store-context";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";

/** A run's line sample and name; pressed, another optimizer takes its place. */
export function RunName({ index, run, label }: ShownRun) {
  const { actions } = useLab();
  // Where a name is cut, what tells it from its like stays.
  const [, name = label, count] = /^(.+?)( \d)?$/.exec(label) ?? [];
  return (
    <Menu
      className="run-card-name"
      label={runWords().changeOptimizer(label)}
      button={
        <>
          <LineSample run={run.number} />
          <span>{name}</span>
          {count && <span className="run-card-count">{count}</span>}
        </>
      }
    >
      <OptimizerItems current={run.optimizer} onChoose={(name) => actions.changeOptimizer(index, name)} />
    </Menu>
  );
}
