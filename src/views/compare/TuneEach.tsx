import { useLab, useLabState } from "../store-context/store-context";

/** Has each run try as many learning rates as the others, and keep its best. */
export function TuneEach() {
  const { session, history } = useLab();
  const isTrying = useLabState(({ tuning }) => tuning !== undefined && tuning.result === undefined);
  return (
    <button
      type="button"
      title="Each run tries as many learning rates and keeps its best"
      aria-disabled={isTrying}
      onClick={() => {
        if (isTrying) return;
        history.settle();
        session.tune();
      }}
    >
      tune each for me
    </button>
  );
}
