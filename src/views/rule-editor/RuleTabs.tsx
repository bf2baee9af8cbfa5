import type { OwnRule } from "../../experiment/own-optimizer";
import { useLab } from "../store-context/store-context";
import { ruleEditorWords } from "../../words/en/rule-editor";

/** The visitor's rules, where there are several, the one being written marked. */
export function RuleTabs({ rules, current }: { rules: readonly OwnRule[]; current: string }) {
  const { actions } = useLab();
  if (rules.length < 2) return null;
  return (
    <nav className="rule-tabs" aria-label={ruleEditorWords().yourRules}>
      {rules.map(({ name }) => (
        <button
          key={name}
          type="button"
          aria-current={name === current ? "true" : undefined}
          onClick={() => actions.editRule(name)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
