import { numberText } from "../../ui/number-text";
import { Symbol } from "../formula/Symbol";
import { labelBeside } from "../run-mark/label-beside";
import { LineSample } from "../run-mark/RunMark";
import { switchedOn } from "./switched-on";
import { useRun } from "./use-run";

/** A run in one line, over its lane on a phone. */
export function RunLine({ index }: { index: number }) {
  const shown = useRun(index);
  if (!shown) return null;
  const { run, label, values } = shown;
  const on = switchedOn(run);
  return (
    <div className="run-line" data-run={run.number}>
      <b>
        <LineSample run={run.number} />
        {labelBeside(label, ["lr"])}
      </b>
      {values.lr !== undefined && (
        <span>
          <Symbol name="lr" /> {numberText(values.lr)}
        </span>
      )}
      {on.length > 0 && <span className="run-line-on">{on.join(" · ")}</span>}
    </div>
  );
}
