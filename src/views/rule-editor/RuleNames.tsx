import { given, scopeOf } from "../../formula/scope";
import type { Assignment } from "../../formula/ast";
import { functionNames } from "../../formula/vocabulary";

/** What each name of the rule is, and what it may call. */
export function RuleNames(props: {
  readonly program: readonly Assignment[];
  readonly hyperparameters: readonly string[];
}) {
  const { state, locals } = scopeOf(props.program);
  return (
    <dl className="rule-names">
      <Kind word="Remembered" names={state} note="read before assigned; start at 0" isState />
      {locals.length > 0 && (
        <Kind word="In passing" names={locals} note="assigned first; gone after the step" />
      )}
      <Kind word="Given" names={given} note="parameter, gradient, step from 1" />
      <Kind word="Yours to set" names={props.hyperparameters} note="never assigned; each gets a slider" />
      <Kind word="Functions" names={functionNames} />
    </dl>
  );
}

const Kind = (props: {
  readonly word: string;
  readonly names: readonly string[];
  readonly note?: string;
  readonly isState?: boolean;
}) => (
  <div>
    <dt>{props.word}</dt>
    <dd className={props.isState ? "rule-names-state" : undefined}>
      {props.names.length === 0
        ? "nothing"
        : props.names.map((name) => (
            <code key={name} data-name={name}>
              {name}{" "}
            </code>
          ))}
    </dd>
    {props.note !== undefined && <dd className="rule-note">{props.note}</dd>}
  </div>
);
