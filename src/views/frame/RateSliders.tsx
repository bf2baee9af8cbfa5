import { HyperparameterSlider } from "../run-card/HyperparameterSlider";
import { useRun } from "../run-card/use-run";
import { Marker } from "../run-mark/RunMark";
import { useLabState } from "../store-context/store-context";

/** One slider a run: its learning rate. */
export function RateSliders() {
  const runs = useLabState(({ spec }) => spec.runs);
  return (
    <div className="frame-rates">
      {runs.map(({ number }, index) => (
        <RateSlider key={number} index={index} />
      ))}
    </div>
  );
}

function RateSlider({ index }: { index: number }) {
  const shown = useRun(index);
  if (!shown || !Object.hasOwn(shown.rule.hyperparameters, "lr")) return null;
  return (
    <div className="frame-rate" data-run={shown.run.number}>
      <Marker run={shown.run.number} />
      <HyperparameterSlider name="lr" isLit={false} {...shown} />
    </div>
  );
}
