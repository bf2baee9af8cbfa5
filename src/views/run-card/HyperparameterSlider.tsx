import { isSurfaceSpec, objectiveOf, parametersOf, surfaceOf } from "../../experiment/spec";
import { runOn } from "../../experiment/usual-spec";
import type { Formulation } from "../../optimizers/optimizer";
import { triedOf } from "../../experiment/endings";
import { refusalOf } from "../../experiment/refusal";
import { numberText } from "../../ui/number-text";
import { Slider } from "../../ui/Slider";
import { Symbol } from "../formula/Symbol";
import { formatNumber } from "../number-format/number-format";
import { useLab, useLabState } from "../store-context/store-context";
import { useEndings } from "./keep-endings";
import { endingAt, marksOf, scentOf, stabilityLimit } from "./scent";
import { switchedOn } from "./switched-on";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";
import { said } from "../../words/speak";
import type { Concept } from "../../words/explanations/explanations";
import { Explain } from "../explain/Explain";
import { own } from "../../experiment/own";
import { spoken } from "../../words/spoken";

/** Hyperparameters that have a slider on the card; the others are typed. */
const slidersShown = 2;

/** The first of a rule's hyperparameters, in its order. */
export const namesWithSlider = ({ hyperparameters }: Formulation): string[] =>
  Object.keys(hyperparameters).slice(0, slidersShown);

/** The others. */
export const namesWithoutSlider = ({ hyperparameters }: Formulation): string[] =>
  Object.keys(hyperparameters).slice(slidersShown);

/** What explains a hyperparameter, by its name. */
const explainedBy: Readonly<Record<string, Concept>> = {
  lr: "learningRate",
  momentum: "momentum",
  mu: "momentum",
  beta: "momentum",
  beta1: "momentum",
  beta2: "adaptiveRates",
  rho: "adaptiveRates",
  weightDecay: "weightDecay",
};

/** A hyperparameter's slider with its scent and theory's limit, where there are any. */
export function HyperparameterSlider({
  name,
  isLit,
  index,
  spec,
  run,
  rule,
  values,
  label,
}: ShownRun & { name: string; isLit: boolean }) {
  const { actions, rendered } = useLab();
  const sweep = useLabState(({ sweeps }) => sweeps.find((s) => s.run === index && s.hyperparameter === name));
  const endings = useEndings();
  const tried = isSurfaceSpec(spec) ? [] : triedOf(endings, spec, run, name);
  const definition = rule.hyperparameters[name]!;
  const explained = own(explainedBy, name);
  const { optimizer, number, convention } = run;
  const usual =
    runOn(objectiveOf(spec), optimizer, number, convention).hyperparameters[name] ?? definition.value;
  // Theory speaks of the bare rule: clipping, decay or a falling rate keep what it says would diverge.
  const isBare = switchedOn(run).length === 0;
  const limit =
    name === "lr" && isSurfaceSpec(spec) && isBare
      ? stabilityLimit(rule, values, surfaceOf(spec), parametersOf(spec))
      : undefined;
  const marks = marksOf(tried, definition, ({ value, loss }) =>
    runWords().endedAt(numberText(value), loss < Infinity ? formatNumber(loss) : undefined),
  );
  return (
    <div className="run-card-slider" data-name={name} data-lit={isLit ? "" : undefined}>
      <Slider
        label={runWords().slider(label, said(definition.word))}
        symbol={<Symbol name={name} />}
        word={explained ? <Explain of={explained}>{said(definition.word)}</Explain> : said(definition.word)}
        value={values[name]!}
        range={definition.range}
        scale={definition.scale}
        onChange={(value) => rendered.withPaths(() => actions.setHyperparameter(index, name, value))}
        refusalOf={(value) => spoken(refusalOf(name, value, definition))}
        onReset={() => actions.setHyperparameter(index, name, usual)}
        toldAt={
          sweep &&
          ((position) => {
            const { at, value, loss } = endingAt(sweep, definition, position);
            return {
              at,
              text: runWords().endsAt(numberText(value), loss < Infinity ? formatNumber(loss, 2) : undefined),
            };
          })
        }
        scent={sweep && scentOf(sweep, definition)}
        marks={marks.length > 1 ? marks : undefined}
        limit={limit === undefined ? undefined : { value: limit, word: runWords().diverges }}
      />
    </div>
  );
}
