import { compareWords } from "../../words/en/compare";
import { useState } from "react";
import { hyperparametersOf, ruleOf, type SurfaceSpec } from "../../experiment/spec";
import { refusalOf } from "../../experiment/refusal";
import { Menu, MenuItem } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { numberText } from "../../ui/number-text";
import { learningRate } from "../../optimizers/optimizer";
import { useLab } from "../store-context/store-context";
import { spoken } from "../../words/spoken";

/** Gives all runs one learning rate: one that is typed, which begins as the first run's. */
export function SameRate({ spec }: { readonly spec: SurfaceSpec }) {
  const { actions, history } = useLab();
  const rates = spec.runs.flatMap((run) => hyperparametersOf(run, ruleOf(spec, run)).lr ?? []);
  const [first] = rates;
  const [typed, setTyped] = useState<number>();
  const rate = typed ?? first;
  const words = compareWords();
  const set = (lr: number) => {
    history.settle();
    actions.setRateOfAll(lr);
    setTyped(undefined);
  };
  return (
    <Menu button={words.same} disabled={rate === undefined}>
      {rate !== undefined && (
        <div className="compare-panel">
          <label className="compare-field">
            <span>{words.rate}</span>
            <NumberField
              label={words.rateOfAll}
              value={rate}
              onCommit={setTyped}
              refusalOf={(value) => spoken(refusalOf("lr", value, definition))}
              width={72}
            />
          </label>
          <MenuItem name={words.give(numberText(rate))} note={words.giveNote} onChoose={() => set(rate)} />
        </div>
      )}
    </Menu>
  );
}

/** What any learning rate must be. */
const definition = learningRate(0.01);
