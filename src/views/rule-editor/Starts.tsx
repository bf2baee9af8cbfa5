import { useState } from "react";
import { maximumRules } from "../../experiment/read-rules";
import { ruleStarts, untypableRules, type RuleStart } from "../../experiment/rule-starts";
import type { ReplacedRule } from "../../store/writing-rules";
import { Menu, MenuGroup, MenuItem } from "../../ui/Menu";
import { groupsOf } from "../reference/optimizer-groups";
import { useLab } from "../store-context/store-context";
import type { EditedRule } from "./use-edited-rule";
import { referenceWords } from "../../words/en/reference";
import { ruleEditorWords } from "../../words/en/rule-editor";
import { startName } from "./start-name";

/** Those offered at once; the others stand in a menu. */
const offered: readonly string[] = ["sgd", "momentum", "rmsprop", "adam", "lion"];
const groups = groupsOf([...new Set(ruleStarts.map(({ id }) => id))]);

/** A registered rule to start from, nothing to start from, another rule, or this one away. */
export function Starts({ edited }: { edited: EditedRule }) {
  const { actions } = useLab();
  const [replaced, setReplaced] = useState<Replaced>();
  const { spec, name, place, text, from } = edited;
  const words = ruleEditorWords();

  function startFrom(start: RuleStart | undefined) {
    const runs = edited.runs.map((i) => spec.runs[i]!);
    setReplaced({ text, update: spec.rules[place]!.update, from, runs, by: start?.update ?? "" });
    actions.startRuleFrom(start);
  }
  return (
    <div className="rule-starts">
      <div className="rule-starts-row" role="group" aria-label={words.startFromLabel}>
        <span className="rule-note">{words.startFrom}</span>
        {ruleStarts
          .filter(({ id, convention }) => offered.includes(id) && convention === "pytorch")
          .map((each) => (
            <button
              key={each.name}
              type="button"
              aria-current={each.name === from ? "true" : undefined}
              onClick={() => startFrom(each)}
            >
              {startName(each.name)}
            </button>
          ))}
        <Menu button={words.all} label={words.allStarts}>
          <AllStarts from={from} onChoose={startFrom} />
        </Menu>
        <button type="button" className="rule-note" onClick={() => startFrom(undefined)}>
          {words.empty}
        </button>
      </div>
      <div className="rule-starts-row">
        <button type="button" disabled={spec.rules.length >= maximumRules} onClick={() => actions.newRule()}>
          {spec.rules.length >= maximumRules ? words.rulesAtMost(maximumRules) : words.newRule}
        </button>
        <Remove name={name} runs={edited.runs.length} />
        {replaced && replaced.by === text && replaced.text !== text && (
          <button type="button" className="rule-undo" onClick={() => actions.putRuleBack(replaced)}>
            {words.putBack}
          </button>
        )}
      </div>
    </div>
  );
}

/** What stood in the field before a start took its place. */
type Replaced = ReplacedRule & { readonly by: string };

const AllStarts = (props: {
  readonly from: string | undefined;
  readonly onChoose: (start: RuleStart) => void;
}) => (
  <>
    {groups.map((group) => (
      <MenuGroup key={group.name} name={referenceWords().groups[group.name]}>
        {ruleStarts
          .filter(({ id }) => group.ids.includes(id))
          .map((start) => (
            <MenuItem
              key={start.name}
              name={startName(start.name)}
              note={start.update.split("\n").at(-1)}
              isCurrent={start.name === props.from}
              onChoose={() => props.onChoose(start)}
            />
          ))}
      </MenuGroup>
    ))}
    <p className="rule-untypable">{ruleEditorWords().notHere(untypableRules.map(startName))}</p>
  </>
);

/** Takes the rule away with its runs at the second press. */
function Remove({ name, runs }: { name: string; runs: number }) {
  const { store, actions } = useLab();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <button
      type="button"
      className={isAsked ? "rule-remove rule-remove-asked" : "rule-remove"}
      onBlur={() => setIsAsked(false)}
      onClick={() => {
        if (!isAsked) return setIsAsked(true);
        actions.removeRule(name);
        setIsAsked(false);
        // To the next rule's text, or to what would open a new one: the button may be gone.
        const next = store.getState().editing
          ? ".rule-field textarea"
          : ".place:last-of-type, nav .menu-button";
        document.querySelector<HTMLElement>(next)?.focus();
      }}
    >
      {isAsked ? ruleEditorWords().removeAsked(name, runs) : ruleEditorWords().remove}
    </button>
  );
}
