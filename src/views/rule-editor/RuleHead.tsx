import { useId, useState } from "react";
import type { Refusal } from "../../experiment/problem";
import { LineSample } from "../run-mark/RunMark";
import { useLab } from "../store-context/store-context";
import type { EditedRule } from "./use-edited-rule";
import { ruleEditorWords } from "../../words/en/rule-editor";
import { startName } from "./start-name";
import { spoken } from "../../words/spoken";

/** The rule's name, which is written where it stands; a name that is refused stays, with the reason beneath. */
export function RuleHead({ edited, number }: { edited: EditedRule; number: number | undefined }) {
  const { actions } = useLab();
  const id = useId();
  const { name, from } = edited;
  const [draft, setDraft] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();

  function commit() {
    if (draft === undefined) return;
    const refused = actions.renameRule(draft.trim());
    setRefusal(refused);
    if (refused === undefined) setDraft(undefined);
  }
  return (
    <div className="rule-head">
      {number !== undefined && <LineSample run={number} />}
      <span className="rule-name">
        <input
          aria-label={ruleEditorWords().nameOfRule}
          aria-invalid={refusal !== undefined}
          aria-describedby={refusal && id}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={draft ?? name}
          onChange={({ target }) => {
            setDraft(target.value);
            setRefusal(undefined);
          }}
          onBlur={commit}
          onKeyDown={({ key }) => {
            if (key === "Enter") commit();
            if (key !== "Escape") return;
            setDraft(undefined);
            setRefusal(undefined);
          }}
        />
      </span>
      {from !== undefined && (
        <span className="rule-from">{ruleEditorWords().startedFrom(startName(from))}</span>
      )}
      {refusal !== undefined && (
        <p className="rule-refusal" id={id} role="alert">
          {ruleEditorWords().refused(spoken(refusal), name)}
        </p>
      )}
    </div>
  );
}
