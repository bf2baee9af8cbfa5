import { Menu } from "../../ui/Menu";
import { OptimizerItems } from "../reference/OptimizerItems";
import { labelBeside, nameBesideConvention } from "../run-mark/label-beside";
import { labelParts } from "../run-mark/labels";
import { LineSample } from "../run-mark/RunMark";
import { useLab } from "../store-context/store-context";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";

type Props = Pick<ShownRun, "index" | "run" | "label"> & {
  /** The hyperparameters that stand beside it: the name does without them. */
  readonly beside: readonly string[];
  /** Whether its convention stands beside it, too. */
  readonly hasConvention: boolean;
};

/** A run's line sample and name; pressed, another optimizer takes its place. */
export function RunName({ index, run, label, beside, hasConvention }: Props) {
  const { actions } = useLab();
  const [name, ending] = labelParts(labelBeside(label, beside));
  return (
    <Menu
      className="run-card-name"
      label={runWords().changeOptimizer(label)}
      button={
        <>
          <LineSample run={run.number} />
          <span>{hasConvention ? nameBesideConvention(name, run) : name}</span>
          {ending && <span className="run-card-ending">{ending}</span>}
        </>
      }
    >
      <OptimizerItems current={run.optimizer} onChoose={(name) => actions.changeOptimizer(index, name)} />
    </Menu>
  );
}
