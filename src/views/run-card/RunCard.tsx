import type { CardShape } from "./card-shape";
import { HyperparameterSlider, slidersShown } from "./HyperparameterSlider";
import { MoreHyperparameters } from "./MoreHyperparameters";
import { Rule } from "./Rule";
import { RunActions } from "./RunActions";
import { RunName } from "./RunName";
import { useRun } from "./use-run";
import "./run-card.css";

/** A run's name, rule, sliders and actions: the caption of its own map. */
export function RunCard({ index, shape }: { index: number; shape: CardShape }) {
  const shown = useRun(index);
  if (!shown) return null;
  const { run, rule, label } = shown;
  return (
    <section className={`run-card run-card-${shape}`} data-run={run.number} aria-label={label}>
      <div className="run-card-identity">
        <RunName {...shown} />
        <MoreHyperparameters {...shown} />
      </div>
      <Rule {...shown} shape={shape} />
      <div className="run-card-sliders">
        {Object.keys(rule.hyperparameters)
          .slice(0, slidersShown)
          .map((name) => (
            <HyperparameterSlider key={name} name={name} {...shown} />
          ))}
      </div>
      <RunActions {...shown} />
    </section>
  );
}
