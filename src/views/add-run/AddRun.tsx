import { maximumRuns } from "../../experiment/spec";
import { Menu } from "../../ui/Menu";
import { OptimizerItems } from "../reference/OptimizerItems";
import { useLab, useLabState } from "../store-context/store-context";
import "./add-run.css";

/** Adds a run of a chosen optimizer, at the rate worth watching here. */
export function AddRun() {
  const { actions } = useLab();
  const isFull = useLabState(({ spec }) => spec.runs.length >= maximumRuns);
  return (
    <Menu
      className="add-run"
      align="right"
      button={isFull ? "eight runs at most" : "+ add a run"}
      disabled={isFull}
    >
      <OptimizerItems onChoose={actions.addRun} />
    </Menu>
  );
}
