import { useEffect, useRef, type ReactNode } from "react";
import { isSurfaceSpec } from "../../experiment/spec";
import { RuleFormula } from "../formula/RuleFormula";
import { useLit } from "../run-card/use-lit";
import { Comparison } from "./Comparison";
import { Copies } from "./Copies";
import { ObjectiveInWords } from "./ObjectiveInWords";
import { RuleField } from "./RuleField";
import { RuleHead } from "./RuleHead";
import { RuleNames } from "./RuleNames";
import { RuleSliders } from "./RuleSliders";
import { RuleTabs } from "./RuleTabs";
import { Starts } from "./Starts";
import { useEditedRule } from "./use-edited-rule";
import { ruleEditorWords } from "../../words/en/rule-editor";
import "./rule-editor.css";

/**
 * The visitor's rule as text at the left, as a paper would print it and as it walks at the right; `walk` is what the
 * page puts there: the stage with a chart, or the network.
 */
export function RuleEditor({ walk }: { walk: ReactNode }) {
  const edited = useEditedRule();
  const root = useRef<HTMLDivElement>(null);
  const { lit, handlers } = useLit();
  const place = edited?.place;
  useEffect(() => {
    const field = root.current?.querySelector("textarea");
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [place]);
  if (!edited) return null;
  const { spec, name, runs, error, program } = edited;
  const words = ruleEditorWords();
  const number = spec.runs[runs[0] ?? -1]?.number;
  const stale = error && <span className="rule-stale">{words.stale}</span>;
  const isOnSurface = isSurfaceSpec(spec);
  return (
    <div
      ref={root}
      className={isOnSurface ? "rule-editor" : "rule-editor rule-editor-wide"}
      data-run={number}
      {...handlers}
    >
      <RuleTabs rules={spec.rules} current={name} />
      <section className="rule-text" aria-label={words.yourOptimizer}>
        <RuleHead key={`head ${place}`} edited={edited} number={number} />
        <RuleField key={`field ${place}`} edited={edited} />
        {isOnSurface && <RuleNames {...edited} />}
        <RuleSliders edited={edited} lit={lit?.name} />
        {isOnSurface && <Comparison name={name} />}
        <Starts key={`start ${place}`} edited={edited} />
      </section>
      <section className="rule-shown" aria-label={words.whatItDoes}>
        <div className="rule-print">
          <div className="rule-heading">
            <h2>{words.asPaper}</h2>
            {stale ?? <span className="rule-note">{words.typeset}</span>}
            <Copies edited={edited} />
          </div>
          <div className={program.length > 5 ? "rule-math rule-math-long" : "rule-math"}>
            <RuleFormula lines={program} label={words.ruleOf(name)} lit={lit?.name} />
          </div>
          {!isOnSurface && <RuleNames {...edited} />}
        </div>
        <div className="rule-walk">
          <div className="rule-heading">
            <h2>{isOnSurface ? words.asWalks : words.asTrains}</h2>
            {stale}
            <ObjectiveInWords spec={spec} />
          </div>
          {walk}
        </div>
      </section>
    </div>
  );
}
