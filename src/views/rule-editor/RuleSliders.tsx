import { maximumRuns } from "../../experiment/spec";
import { HyperparameterSlider } from "../run-card/HyperparameterSlider";
import { useRun } from "../run-card/use-run";
import { useLab } from "../store-context/store-context";
import type { EditedRule } from "./use-edited-rule";
import { ruleEditorWords } from "../../words/en/rule-editor";

/** A slider for each name that is never assigned, of the first run that walks by the rule. */
export function RuleSliders({ edited, lit }: { edited: EditedRule; lit: string | undefined }) {
  const { actions } = useLab();
  const shown = useRun(edited.runs[0] ?? -1);
  if (!shown) {
    const isFull = edited.spec.runs.length >= maximumRuns;
    return (
      <p className="rule-unused">
        {ruleEditorWords().noRun}{" "}
        {isFull ? (
          ruleEditorWords().full(maximumRuns)
        ) : (
          <button type="button" onClick={() => actions.addRun(edited.name)}>
            {ruleEditorWords().runIt}
          </button>
        )}
      </p>
    );
  }
  const names = Object.keys(shown.rule.hyperparameters);
  if (names.length === 0) return null;
  return (
    <div className="rule-sliders">
      {names.map((name) => (
        <HyperparameterSlider key={name} name={name} isLit={name === lit} {...shown} />
      ))}
    </div>
  );
}
