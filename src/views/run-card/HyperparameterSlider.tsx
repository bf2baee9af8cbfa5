import { isSurfaceSpec, parametersOf, surfaceOf } from "../../experiment/spec";
import { refusalOf } from "../../experiment/refusal";
import { Slider } from "../../ui/Slider";
import { Symbol } from "../formula/Symbol";
import { useLab, useLabState } from "../store-context/store-context";
import { scentOf, stabilityLimit } from "./scent";
import { switchedOn } from "./switched-on";
import type { ShownRun } from "./use-run";

/** Hyperparameters that have a slider on the card; the others are typed. */
export const slidersShown = 2;

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
  const { actions } = useLab();
  const sweep = useLabState(({ sweeps }) => sweeps.find((s) => s.run === index && s.hyperparameter === name));
  const definition = rule.hyperparameters[name]!;
  // Theory speaks of the bare rule: clipping, decay or a falling rate keep what it says would diverge.
  const isBare = switchedOn(run).length === 0;
  const limit =
    name === "lr" && isSurfaceSpec(spec) && isBare
      ? stabilityLimit(rule, values, surfaceOf(spec), parametersOf(spec))
      : undefined;
  return (
    <div className="run-card-slider" data-name={name} data-lit={isLit ? "" : undefined}>
      <Slider
        label={`${label}: ${definition.word}`}
        symbol={<Symbol name={name} />}
        word={definition.word}
        value={values[name]!}
        range={definition.range}
        scale={definition.scale}
        onChange={(value) => actions.setHyperparameter(index, name, value)}
        refusalOf={(value) => refusalOf(name, value, definition)}
        scent={sweep && scentOf(sweep, definition)}
        limit={limit === undefined ? undefined : { value: limit, word: "diverges" }}
      />
    </div>
  );
}
