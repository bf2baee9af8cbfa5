import type { CardShape } from "./card-shape";
import { HyperparameterSlider, slidersShown } from "./HyperparameterSlider";
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
export function RunCard({ index, shape }: { index: number; shape: CardShape }) {
  const shown = useRun(index);
  return shown ? <Card shown={shown} shape={shape} /> : null;
}

function Card({ shown, shape }: { shown: ShownRun; shape: CardShape }) {
  const { run, rule, label } = shown;
  const whole = useWholeRule(shown);
  const { lit, handlers } = useLit();
  return (
    <section className={`run-card run-card-${shape}`} data-run={run.number} aria-label={label} {...handlers}>
      <div className="run-card-identity">
        <span className="run-card-titled">
          <RunName {...shown} />
          <Explain of={{ optimizer: run.optimizer }} />
        </span>
        <Settings shown={shown} whole={whole} lit={lit} />
      </div>
      <Rule shown={shown} whole={whole} shape={shape} lit={lit?.name} />
      <div className="run-card-sliders">
        {Object.keys(rule.hyperparameters)
          .slice(0, slidersShown)
          .map((name) => (
            <HyperparameterSlider key={name} name={name} isLit={lit?.name === name} {...shown} />
          ))}
      </div>
      <RunActions {...shown} />
      <ResultLine run={run.number} />
    </section>
  );
}
