import { memo } from "react";
import { isSameButRuns } from "../../experiment/same-but-runs";
import type { CardShape } from "./card-shape";
import { HyperparameterSlider, namesWithSlider } from "./HyperparameterSlider";
import { ResultLine } from "./ResultLine";
import { Rule } from "./Rule";
import { RunActions } from "./RunActions";
import { RunName } from "./RunName";
import { Settings } from "./Settings";
import { useLit } from "./use-lit";
import { useRun, type ShownRun } from "./use-run";
import { useWholeRule } from "./use-whole-rule";
import { Explain } from "../explain/Explain";
import "./run-card.css";

/** A run's name, rule, sliders and actions: the caption of its own map. */
export function RunCard({ index, shape }: Pick<Props, "shape"> & { readonly index: number }) {
  const shown = useRun(index);
  return shown ? <Card shown={shown} shape={shape} /> : null;
}

type Props = { readonly shown: ShownRun; readonly shape: CardShape };

/** A slider moves one of eight runs; the cards of the others are not made anew. */
const isSameCard = (before: Props, after: Props) =>
  before.shape === after.shape &&
  before.shown.index === after.shown.index &&
  before.shown.label === after.shown.label &&
  before.shown.run === after.shown.run &&
  before.shown.spec.runs.length === after.shown.spec.runs.length &&
  isSameButRuns(before.shown.spec, after.shown.spec);

const Card = memo(function Card({ shown, shape }: Props) {
  const { run, rule, label } = shown;
  const whole = useWholeRule(shown);
  const { lit, handlers } = useLit();
  const sliders = namesWithSlider(rule);
  return (
    <section className={`run-card run-card-${shape}`} data-run={run.number} aria-label={label} {...handlers}>
      <div className="run-card-identity">
        <span className="run-card-titled">
          <RunName {...shown} beside={sliders} hasConvention />
          <Explain of={{ optimizer: run.optimizer }} />
        </span>
        <Settings shown={shown} whole={whole} lit={lit} />
      </div>
      <Rule shown={shown} whole={whole} shape={shape} lit={lit?.name} />
      <div className="run-card-sliders">
        {sliders.map((name) => (
          <HyperparameterSlider key={name} name={name} isLit={lit?.name === name} {...shown} />
        ))}
      </div>
      <RunActions {...shown} />
      <ResultLine run={run.number} />
    </section>
  );
}, isSameCard);
