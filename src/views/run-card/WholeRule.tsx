import { own } from "../../experiment/own";
import { pythonCode } from "../../experiment/python-code";
import { programToMathml, toMathml } from "../../formula/emit/mathml";
import { toTex } from "../../formula/emit/tex";
import { modifiers } from "../../modifiers/index";
import type { Modifier } from "../../modifiers/modifier";
import { resolveSchedule } from "../../schedules/index";
import { CopyButtons } from "../../ui/CopyButtons";
import { numberText } from "../../ui/number-text";
import { Mathml } from "../formula/Mathml";
import { RuleFormula } from "../formula/RuleFormula";
import { Symbol } from "../formula/Symbol";
import type { WholeRule as Whole } from "../formula/whole-rule";
import { conventionName, differenceOf } from "../reference/convention-words";
import { Reference } from "../reference/Reference";

import { SymbolCaption } from "./SymbolCaption";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";
import { said } from "../../words/speak";
import "./whole-rule.css";

type Props = {
  readonly shown: ShownRun;
  readonly whole: Whole;
  readonly label: string;
  readonly lit: string | undefined;
};

/** A rule with all that runs around it: every line, what each symbol is, who published it, and copies to take along. */
export function WholeRule({ shown, whole, label, lit }: Props) {
  const { spec, index } = shown;
  const tree = programToMathml(whole.lines);
  return (
    <div className="whole-rule">
      {/* Long lines scroll, for which a keyboard needs the focus. */}
      <div className="whole-rule-lines" role="group" aria-label={runWords().formula} tabIndex={0}>
        <RuleFormula lines={whole.lines} label={label} lit={lit} />
      </div>
      <Notes shown={shown} whole={whole} />
      <dl className="whole-rule-symbols">
        {[...whole.meanings].map(([name, { words, value, isState }]) => (
          <div key={name} data-name={name} data-lit={name === lit ? "" : undefined}>
            <dt>
              <Symbol name={name} />
            </dt>
            <dd>{isState ? words + runWords().remembered : words}</dd>
            <dd>{value !== undefined && numberText(value)}</dd>
          </div>
        ))}
      </dl>
      <Sources {...shown} />
      <CopyButtons
        copies={[
          { name: "TeX", textOf: () => toTex(tree) },
          { name: "PyTorch", textOf: () => pythonCode(spec, index, "pytorch") },
          { name: "Keras", textOf: () => pythonCode(spec, index, "keras") },
        ]}
      />
      <TappedSymbol name={lit} whole={whole} />
    </div>
  );
}

/** At the foot of a panel that must scroll: the symbol tapped above, whose row in the list may be out of sight. */
const TappedSymbol = ({ name, whole }: { name: string | undefined; whole: Whole }) => {
  const meaning = name === undefined ? undefined : whole.meanings.get(name);
  return (
    <p className="whole-rule-tapped" aria-hidden="true">
      {meaning ? <SymbolCaption name={name!} meaning={meaning} /> : runWords().tap}
    </p>
  );
};

/** What the lines do not say: where state starts, what the iterate is, and in what the convention differs. */
function Notes({ shown: { run }, whole: { starts, reports } }: Pick<Props, "shown" | "whole">) {
  const difference = differenceOf(run.optimizer, run.convention);
  if (starts.length === 0 && reports === "theta" && !difference) return null;
  return (
    <ul className="whole-rule-notes">
      {starts.map(({ name, value }) => (
        <li key={name}>
          <Symbol name={name} />
          {runWords().startsAt}
          <Mathml node={toMathml(value, "inline")} />
        </li>
      ))}
      {reports !== "theta" && (
        <li>
          {runWords().iterate[0]}
          <Symbol name={reports} />
          {runWords().iterate[1]}
          <Symbol name="theta" />
        </li>
      )}
      {difference && (
        <li>
          {conventionName(run.convention)}
          {runWords().colon}
          {difference}
        </li>
      )}
    </ul>
  );
}

/** Who published the rule, and what stands around it. */
function Sources({ run, optimizer }: ShownRun) {
  const around = Object.entries<Modifier>(modifiers)
    .filter(([id]) => own(run.hyperparameters, id) !== undefined)
    .map(([, modifier]) => modifier);
  const all = [optimizer, ...(run.schedule ? [resolveSchedule(run.schedule.id)] : []), ...around];
  const published = all.filter(({ reference }) => reference);
  if (published.length === 0) return null;
  return (
    <ul className="whole-rule-sources" aria-label={runWords().sources}>
      {published.map(({ name, reference }) => (
        <li key={name}>
          {all.length > 1 && said(name) + runWords().colon}
          <Reference text={reference} />
        </li>
      ))}
    </ul>
  );
}
