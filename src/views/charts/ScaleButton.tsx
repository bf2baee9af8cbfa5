import { useLab, useLabState } from "../store-context/store-context";
import { chartsWords } from "../../words/en/charts";

/** Switches all charts between decades and even distances. */
export function ScaleButton() {
  const { actions } = useLab();
  const words = chartsWords();
  const logarithmic = useLabState(({ view }) => view.logarithmic);
  return (
    <button
      type="button"
      className="charts-scale"
      title={logarithmic ? words.toLinear : words.toLog}
      aria-label={words.change(logarithmic ? words.log : words.linear)}
      onClick={() => actions.setView({ logarithmic: !logarithmic })}
    >
      {logarithmic ? words.log : words.linear}
    </button>
  );
}
