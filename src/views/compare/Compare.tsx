import { compareWords } from "../../words/en/compare";
import { isSurfaceSpec } from "../../experiment/spec";
import { useLabState } from "../store-context/store-context";
import { GoalChoice } from "./GoalChoice";
import { SameRate } from "./SameRate";
import { TuneEach } from "./TuneEach";
import { TuningNote } from "./TuningNote";
import "./compare.css";

/** What makes runs on a surface comparable: one rate for all, or the best of as many for each; and one goal. */
export function Compare() {
  const spec = useLabState((state) => state.spec);
  if (!isSurfaceSpec(spec) || spec.runs.length === 0) return null;
  return (
    <section className="compare" aria-label={compareWords().label}>
      <div className="compare-row">
        <SameRate spec={spec} />
        <TuneEach />
        <GoalChoice />
      </div>
      <TuningNote />
    </section>
  );
}
