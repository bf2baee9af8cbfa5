import { Menu } from "../../ui/Menu";
import { OptimizerItems } from "../reference/OptimizerItems";
import { labelBeside, labelParts } from "../run-mark/labels";
import { LineSample } from "../run-mark/RunMark";
import { useLab } from "../store-context/store-context";
import { slidersShown } from "./HyperparameterSlider";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";

/** A run's line sample and name, but for what a slider beside it says; pressed, another optimizer takes its place. */
export function RunName({ index, run, label, rule }: ShownRun) {
  const { actions } = useLab();
  const [name, ending] = labelParts(
    labelBeside(label, Object.keys(rule.hyperparameters).slice(0, slidersShown)),
  );
  return (
    <Menu
      className="run-card-name"
      label={runWords().changeOptimizer(label)}
      button={
        <>
          <LineSample run={run.number} />
          <span>{name}</span>
          {ending && <span className="run-card-ending">{ending}</span>}
        </>
      }
    >
      <OptimizerItems current={run.optimizer} onChoose={(name) => actions.changeOptimizer(index, name)} />
    </Menu>
  );
}
