import { own } from "../../experiment/own";
import { refusalOfModifier } from "../../experiment/refusal";
import { modifiers, type ModifierId } from "../../modifiers/index";
import { NumberField } from "../../ui/NumberField";
import { Symbol } from "../formula/Symbol";
import { useLab } from "../store-context/store-context";
import type { ShownRun } from "./use-run";

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
          {name}
        </label>
        {value !== undefined && (
          <>
            <Symbol name={id} lit={lit} />
            <NumberField
              label={word}
              value={value}
              onCommit={(typed) => actions.setModifier(index, id, typed)}
              refusalOf={(typed) => refusalOfModifier(name.toLowerCase(), typed)}
              width={64}
            />
          </>
        )}
      </div>
    );
  });
}
