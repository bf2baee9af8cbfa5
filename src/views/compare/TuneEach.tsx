import { compareWords } from "../../words/en/compare";
import { useLab, useLabState } from "../store-context/store-context";

/** Has each run try as many learning rates as the others, and keep its best. */
export function TuneEach() {
  const { session, history } = useLab();
  const isTrying = useLabState(({ tuning }) => tuning !== undefined && tuning.result === undefined);
  return (
    <button
      type="button"
      title={compareWords().tuneHint}
      aria-disabled={isTrying}
      onClick={() => {
        if (isTrying) return;
        history.settle();
        session.tune();
      }}
    >
      {compareWords().tune}
    </button>
  );
}
