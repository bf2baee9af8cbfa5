import { refusalOf } from "../../experiment/refusal";
import { Menu } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { Symbol } from "../formula/Symbol";
import { useLab } from "../store-context/store-context";
import { namesWithSlider } from "./HyperparameterSlider";
import { RunCard } from "./RunCard";
import { RunName } from "./RunName";
import { switchedOn } from "./switched-on";
import { useRun } from "./use-run";
import { runWords } from "../../words/en/run";
import { said } from "../../words/speak";
import { Explain } from "../explain/Explain";
import { spoken } from "../../words/spoken";

/** A run of a network, as the head of its row: its name; if short, its learning rate, and all else at one press. */
export function RunHead({ index, isShort }: { index: number; isShort: boolean }) {
  const { actions } = useLab();
  const shown = useRun(index);
  if (!shown) return null;
  const { run, values, label } = shown;
  const { lr } = shown.rule.hyperparameters;
  const on = switchedOn(run);
  const words = on.join(" · ");
  return (
    <div className="run-head" data-run={run.number}>
      <span className="run-card-titled">
        <RunName
          {...shown}
          beside={isShort ? ["lr"] : namesWithSlider(shown.rule)}
          hasConvention={!isShort}
        />
        {/* Where it is short, the card behind "more" explains it. */}
        {!isShort && <Explain of={{ optimizer: run.optimizer }} />}
      </span>
      {isShort && lr && (
        <label>
          <Symbol name="lr" />
          <NumberField
            label={runWords().slider(label, said(lr.word))}
            value={values.lr!}
            onCommit={(value) => actions.setHyperparameter(index, "lr", value)}
            refusalOf={(value) => spoken(refusalOf("lr", value, lr))}
          />
        </label>
      )}
      {isShort && (
        <Menu
          className="run-card-more run-card-more-words"
          label={runWords().headMore(words || runWords().more, label)}
          title={on.length ? on.join(", ") : undefined}
          button={<span className="run-card-words">{words || runWords().more}</span>}
        >
          <RunCard index={index} shape="table" />
        </Menu>
      )}
    </div>
  );
}
