import { maximumRuns } from "../../experiment/spec";
import { optimizers } from "../../optimizers/index";
import { Menu, MenuItem } from "../../ui/Menu";
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
      {Object.entries(optimizers).map(([id, { name, reference }]) => (
        <MenuItem
          key={id}
          name={name}
          note={reference.replace(/[,;]? (doi|arXiv).*$/, "")}
          onChoose={() => actions.addRun(id)}
        />
      ))}
    </Menu>
  );
}
