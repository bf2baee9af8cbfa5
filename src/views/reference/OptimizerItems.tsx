import { maximumRules } from "../../experiment/read-rules";
import { optimizers, resolveOptimizer } from "../../optimizers/index";
import { MenuGroup, MenuItem } from "../../ui/Menu";
import { useLab, useLabState } from "../store-context/store-context";
import { authorsOf } from "./authors";
import { groupsOf } from "./optimizer-groups";
import { referenceWords } from "../../words/en/reference";
import { said } from "../../words/speak";
import "./optimizer-items.css";

type Props = {
  /** The name of the optimizer whose place is to be taken, if one's is. */
  readonly current?: string;
  /** The index of the run whose place a rule yet to be written takes; without one it has a run of its own. */
  readonly run?: number;
  /** Handed a registered optimizer's id, or the name of a rule of the visitor's. */
  readonly onChoose: (name: string) => void;
};

/** All optimizers as choices of a menu, in their groups: the registered ones, the visitor's, and one yet to be written. */
export function OptimizerItems({ current, run, onChoose }: Props) {
  const { actions } = useLab();
  const rules = useLabState(({ spec }) => spec.rules);
  const words = referenceWords();
  const isFull = rules.length >= maximumRules;

  return (
    <div className="optimizer-items">
      {groupsOf(Object.keys(optimizers)).map((group) => (
        <MenuGroup key={group.name} name={words.groups[group.name]}>
          {group.ids.map((id) => {
            const { name, reference } = resolveOptimizer(id);
            return (
              <MenuItem
                key={id}
                name={said(name)}
                note={authorsOf(reference)}
                isCurrent={id === current}
                onChoose={() => onChoose(id)}
              />
            );
          })}
        </MenuGroup>
      ))}
      <MenuGroup name={words.yourRules}>
        {rules.map(({ name, update }) => (
          <MenuItem
            key={name}
            name={name}
            note={update.trim().split(/[;\n]/).at(-1)}
            isCurrent={name === current}
            onChoose={() => onChoose(name)}
          />
        ))}
        <MenuItem
          name={words.writeYourOwn}
          note={isFull ? words.atMost(maximumRules) : words.asFormulas}
          disabled={isFull}
          onChoose={() => actions.newRule(run)}
        />
      </MenuGroup>
    </div>
  );
}
