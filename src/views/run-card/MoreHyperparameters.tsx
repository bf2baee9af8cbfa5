import { refusalOf } from "../../experiment/refusal";
import { Menu } from "../../ui/Menu";
import { NumberField } from "../../ui/NumberField";
import { Symbol, symbolText } from "../formula/Symbol";
import { useLab } from "../store-context/store-context";
import { slidersShown } from "./HyperparameterSlider";
import type { ShownRun } from "./use-run";

/** The convention, and what has no slider: the hyperparameters from the third on, behind one press. */
export function MoreHyperparameters({ index, rule: { hyperparameters }, values }: ShownRun) {
  const { actions } = useLab();
  const names = Object.keys(hyperparameters).slice(slidersShown);
  const first = names.at(-1);
  return (
    <div className="run-card-convention">
      PyTorch convention
      {first !== undefined && (
        <>
          {" · "}
          <Menu button={`${symbolText(first)} ${values[first]}, more`} className="run-card-more">
            <div className="run-card-fields">
              {names.map((name) => (
                <label key={name}>
                  <Symbol name={name} />
                  <span>{hyperparameters[name]!.word}</span>
                  <NumberField
                    label={hyperparameters[name]!.word}
                    value={values[name]!}
                    onCommit={(value) => actions.setHyperparameter(index, name, value)}
                    refusalOf={(value) => refusalOf(name, value, hyperparameters[name]!)}
                    width={72}
                  />
                </label>
              ))}
            </div>
          </Menu>
        </>
      )}
    </div>
  );
}
