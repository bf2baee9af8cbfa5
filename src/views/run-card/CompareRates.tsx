import { maximumRuns } from "../../experiment/spec";
import { ratesAround, withRatesAround } from "../../experiment/rates-around";
import { MenuItem } from "../../ui/Menu";
import { numberText } from "../../ui/number-text";
import { runWords } from "../../words/en/run";
import { useLab, useLabState } from "../store-context/store-context";
import type { ShownRun } from "./use-run";

/** Adds copies of a run at rates around its own, in one change of the spec; says which, or why there are none to add. */
export function CompareRates({ index, run }: ShownRun) {
  const { store, actions, history } = useLab();
  // A card is not made anew where another run changes; what is compared with them is.
  const spec = useLabState((state) => state.spec);
  const words = runWords();
  const rates = ratesAround(spec, run);
  if (!rates) return null;
  const note = rates.length
    ? words.compareRatesNote(rates.map(numberText).join(words.comma))
    : spec.runs.length < maximumRuns
      ? words.ratesThere
      : words.full;
  return (
    <MenuItem
      name={words.compareRates}
      note={note}
      disabled={rates.length === 0}
      onChoose={() => {
        history.settle();
        actions.setSpec(withRatesAround(store.getState().spec, index));
        // With so many runs the card may be another, or behind a button: what had the focus is gone.
        requestAnimationFrame(() => {
          if (document.activeElement === document.body)
            document
              .querySelector<HTMLElement>(`[data-run="${run.number}"] .run-card-more > button`)
              ?.focus();
        });
      }}
    />
  );
}
