import { given, scopeOf } from "../../formula/scope";
import type { Assignment } from "../../formula/ast";
import { functionNames } from "../../formula/vocabulary";
import { ruleEditorWords } from "../../words/en/rule-editor";

/** What each name of the rule is, and what it may call. */
export function RuleNames(props: {
  readonly program: readonly Assignment[];
  readonly hyperparameters: readonly string[];
}) {
  const words = ruleEditorWords();
  const { state, locals } = scopeOf(props.program);
  return (
    <dl className="rule-names">
      <Kind told={words.names.remembered} names={state} isState />
      {locals.length > 0 && <Kind told={words.names.passing} names={locals} />}
      <Kind told={words.names.given} names={given} />
      <Kind told={words.names.yours} names={props.hyperparameters} />
      <Kind told={[words.functions]} names={functionNames} />
    </dl>
  );
}

const Kind = (props: {
  /** What they are called, and a note on them. */
  readonly told: readonly string[];
  readonly names: readonly string[];
  readonly isState?: boolean;
}) => (
  <div>
    <dt>{props.told[0]}</dt>
    <dd className={props.isState ? "rule-names-state" : undefined}>
      {props.names.length === 0
        ? ruleEditorWords().nothing
        : props.names.map((name) => (
            <code key={name} data-name={name}>
              {name}{" "}
            </code>
          ))}
    </dd>
    {props.told[1] !== undefined && <dd className="rule-note">{props.told[1]}</dd>}
  </div>
);
