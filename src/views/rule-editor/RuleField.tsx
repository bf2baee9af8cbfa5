import { useMemo } from "react";
import { scopeOf } from "../../formula/scope";
import { CodeField } from "../../ui/CodeField";
import { useLab } from "../store-context/store-context";
import { codeErrorOf, longestText } from "./code-error";
import { LinkNote } from "./LinkNote";
import type { EditedRule } from "./use-edited-rule";
import { ruleEditorWords } from "../../words/en/rule-editor";

/** The rule's text, with what is wrong with it. */
export function RuleField({ edited: { name, text, error, program, spec } }: { edited: EditedRule }) {
  const { actions } = useLab();
  const state = useMemo(() => new Set(scopeOf(program).state), [program]);
  return (
    <div className="rule-field">
      <CodeField
        label={ruleEditorWords().ruleOf(name)}
        value={text}
        onChange={actions.writeRule}
        lines={4}
        error={codeErrorOf(error)}
        note={ruleEditorWords().note}
        kindOf={(word) => (state.has(word) ? "state" : undefined)}
        maxLength={longestText}
      />
      <LinkNote spec={spec} />
    </div>
  );
}
