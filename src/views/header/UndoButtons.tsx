import { useEffect } from "react";
import { TurnIcon } from "../../ui/icons";
import { useLab, useLabState } from "../store-context/store-context";
import { undoKey } from "./undo-keys";
import { headerWords } from "../../words/en/header";

/** Takes changes of the experiment back and makes them again, by button or key. */
export function UndoButtons() {
  const { history } = useLab();
  const words = headerWords();
  const canUndo = useLabState((state) => state.canUndo);
  const canRedo = useLabState((state) => state.canRedo);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = undoKey(event);
      // A field takes back what was typed into it.
      const isTyped =
        event.target instanceof Element && event.target.closest("textarea, input:not([type=range])");
      if (!asked || isTyped || event.defaultPrevented) return;
      event.preventDefault();
      history[asked]();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [history]);
  return (
    <span className="undo-buttons">
      <button
        type="button"
        className="header-icon"
        aria-label={words.undo}
        title={`${words.undo} (Ctrl+Z)`}
        disabled={!canUndo}
        onClick={history.undo}
      >
        <TurnIcon />
      </button>
      <button
        type="button"
        className="header-icon"
        aria-label={words.redo}
        title={`${words.redo} (Ctrl+Shift+Z)`}
        disabled={!canRedo}
        onClick={history.redo}
      >
        <TurnIcon isForward />
      </button>
    </span>
  );
}
