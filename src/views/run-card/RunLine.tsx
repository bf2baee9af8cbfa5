import { Symbol } from "../formula/Symbol";
import { LineSample } from "../run-mark/RunMark";
import { useRun } from "./use-run";

/** A run in one line, over its lane on a phone. */
export function RunLine({ index }: { index: number }) {
  const shown = useRun(index);
  if (!shown) return null;
  const { run, label, values } = shown;
  return (
    <div className="run-line" data-run={run.number}>
      <b>
        <LineSample run={run.number} />
        {label}
      </b>
      <span>
        <Symbol name="lr" /> {values.lr}
      </span>
    </div>
  );
}
