import { useMemo } from "react";
import { misspelt } from "../../formula/misspelt";
import { given, scopeOf } from "../../formula/scope";
import { CodeField } from "../../ui/CodeField";
import { useLab } from "../store-context/store-context";
import { codeErrorOf, longestText } from "./code-error";
import { LinkNote } from "./LinkNote";
import type { EditedRule } from "./use-edited-rule";
import { ruleEditorWords } from "../../words/en/rule-editor";

/** The rule's text, with what is wrong with it. */
export function RuleField({ edited: { name, text, error, program, spec } }: { edited: EditedRule }) {
  const { actions } = useLab();
  const { state, hint } = useMemo(() => {
    const { state, locals, hyperparameters } = scopeOf(program);
    return { state: new Set(state), hint: misspelt(hyperparameters, [...given, ...state, ...locals]) };
  }, [program]);
  return (
    <div className="rule-field">
      <CodeField
        label={ruleEditorWords().ruleOf(name)}
        value={text}
        onChange={actions.writeRule}
        lines={4}
        error={codeErrorOf(error)}
        note={ruleEditorWords().note}
        hint={hint}
        kindOf={(word) => (state.has(word) ? "state" : undefined)}
        maxLength={longestText}
      />
      <LinkNote spec={spec} />
    </div>
  );
}
