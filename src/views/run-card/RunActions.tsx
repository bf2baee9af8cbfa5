import type { ReactNode } from "react";
import { maximumRuns } from "../../experiment/spec";
import { isAlone, isShown } from "../../store/store";
import { DuplicateIcon, EyeIcon, RemoveIcon, SoloIcon } from "../../ui/icons";
import { useLab, useLabState } from "../store-context/store-context";
import type { ShownRun } from "./use-run";
import { runWords } from "../../words/en/run";

/** Hide, show alone, duplicate, remove. */
export function RunActions({ index, run, label }: ShownRun) {
  const { actions } = useLab();
  const words = runWords();
  const shown = useLabState((state) => isShown(state, run.number));
  const alone = useLabState((state) => isAlone(state, run.number));
  const isFull = useLabState(({ spec }) => spec.runs.length >= maximumRuns);
  const button = (
    name: string,
    icon: ReactNode,
    act: () => void,
    more: { pressed?: boolean; disabled?: boolean } = {},
  ) => (
    <button
      type="button"
      title={name}
      aria-label={words.action(name, label)}
      aria-pressed={more.pressed}
      disabled={more.disabled}
      onClick={act}
    >
      {icon}
    </button>
  );
  return (
    <div className="run-card-actions">
      {button(shown ? words.hide : words.show, <EyeIcon isClosed={!shown} />, () =>
        actions.toggleHidden(run.number),
      )}
      {button(words.alone, <SoloIcon />, () => actions.toggleAlone(run.number), { pressed: alone })}
      {button(words.duplicate, <DuplicateIcon />, () => actions.duplicateRun(index), { disabled: isFull })}
      {button(words.remove, <RemoveIcon />, () => {
        actions.removeRun(index);
        // The button goes with its run; the focus goes to what would bring it back.
        document.querySelector<HTMLElement>(".add-run button")?.focus();
      })}
    </div>
  );
}
