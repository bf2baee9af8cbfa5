import { refusalOf } from "../../experiment/refusal";
import { NumberField } from "../../ui/NumberField";
import { Symbol } from "../formula/Symbol";
import { useLab } from "../store-context/store-context";
import type { ShownRun } from "./use-run";
import { said } from "../../words/speak";
import { spoken } from "../../words/spoken";

type Props = {
  readonly names: readonly string[];
  readonly shown: ShownRun;
  readonly lit: string | undefined;
};

/** Hyperparameters that have no slider, to be typed. */
export function HyperparameterFields({ names, shown: { index, rule, values }, lit }: Props) {
  const { actions } = useLab();
  return names.map((name) => {
    const definition = rule.hyperparameters[name]!;
    return (
      <label key={name} className="run-card-field" data-name={name}>
        <Symbol name={name} lit={lit} />
        <span>{said(definition.word)}</span>
        <NumberField
          label={said(definition.word)}
          value={values[name]!}
          onCommit={(value) => actions.setHyperparameter(index, name, value)}
          refusalOf={(value) => spoken(refusalOf(name, value, definition))}
          width={72}
        />
      </label>
    );
  });
}
