import { maximumRuns } from "../../experiment/spec";
import { Menu } from "../../ui/Menu";
import { OptimizerItems } from "../reference/OptimizerItems";
import { useLab, useLabState } from "../store-context/store-context";
import { runWords } from "../../words/en/run";
import "./add-run.css";

/** Adds a run of a chosen optimizer, at the rate worth watching here. */
export function AddRun() {
  const { actions } = useLab();
  const isFull = useLabState(({ spec }) => spec.runs.length >= maximumRuns);
  return (
    <Menu
      className="add-run"
      align="right"
      button={isFull ? runWords().full : runWords().addRun}
      disabled={isFull}
    >
      <OptimizerItems onChoose={actions.addRun} />
    </Menu>
  );
}
