import { HyperparameterSlider } from "../run-card/HyperparameterSlider";
import { useRun } from "../run-card/use-run";
import { LineSample, Marker } from "../run-mark/RunMark";
import { useLabState } from "../store-context/store-context";

/** One slider a run: its learning rate; with the run's name where nothing else says it. */
export function RateSliders({ isNamed = false }: { isNamed?: boolean }) {
  const runs = useLabState(({ spec }) => spec.runs);
  return (
    <div className="frame-rates">
      {runs.map(({ number }, index) => (
        <RateSlider key={number} index={index} isNamed={isNamed} />
      ))}
    </div>
  );
}

function RateSlider({ index, isNamed }: { index: number; isNamed: boolean }) {
  const shown = useRun(index);
  if (!shown || !Object.hasOwn(shown.rule.hyperparameters, "lr")) return null;
  return (
    <div className="frame-rate" data-run={shown.run.number}>
      {isNamed ? (
        <b>
          <LineSample run={shown.run.number} />
          {shown.label}
        </b>
      ) : (
        <Marker run={shown.run.number} />
      )}
      <HyperparameterSlider name="lr" isLit={false} {...shown} />
    </div>
  );
}
