import { own } from "../../experiment/own";
import { refusalOfModifier } from "../../experiment/refusal";
import { modifiers, type ModifierId } from "../../modifiers/index";
import { NumberField } from "../../ui/NumberField";
import { Symbol } from "../formula/Symbol";
import { useLab } from "../store-context/store-context";
import type { ShownRun } from "./use-run";
import { said } from "../../words/speak";
import type { Concept } from "../../words/explanations/explanations";
import { Explain } from "../explain/Explain";
import { spoken } from "../../words/spoken";

const explainedBy: Readonly<Record<ModifierId, Concept>> = {
  l1: "regularisation",
  l2: "regularisation",
  clipNorm: "gradientClipping",
  clip: "gradientClipping",
  decay: "weightDecay",
  clipWeights: "weightClipping",
};

/** What may stand around any rule: penalties, clipping and decay, each with a switch, and its number where it is on. */
export function ModifierFields({ index, run, lit }: ShownRun & { lit: string | undefined }) {
  const { actions } = useLab();
  return (Object.keys(modifiers) as ModifierId[]).map((id) => {
    const { name, word, value: first } = modifiers[id];
    const value = own(run.hyperparameters, id);
    return (
      <div key={id} className="run-card-modifier" data-name={id}>
        <label>
          <input
            type="checkbox"
            checked={value !== undefined}
            onChange={({ target }) => actions.setModifier(index, id, target.checked ? first : undefined)}
          />
          {said(name)}
        </label>
        <Explain of={explainedBy[id]} name={said(name)} />
        {value !== undefined && (
          <>
            <Symbol name={id} lit={lit} />
            <NumberField
              label={said(word)}
              value={value}
              onCommit={(typed) => actions.setModifier(index, id, typed)}
              refusalOf={(typed) => spoken(refusalOfModifier(said(name).toLowerCase(), typed))}
              width={64}
            />
          </>
        )}
      </div>
    );
  });
}
