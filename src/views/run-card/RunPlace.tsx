import { useLayoutEffect, useRef, useState } from "react";
import { longestLabel } from "../../experiment/run-label";
import { runWords } from "../../words/en/run";
import { said } from "../../words/speak";
import { useLab } from "../store-context/store-context";
import type { ShownRun } from "./use-run";

/** What a run is called, and its place among the others. */
export function RunPlace({ index, spec, run, optimizer }: ShownRun) {
  const { actions } = useLab();
  return (
    <div className="run-card-place">
      <NameField
        value={run.label ?? ""}
        usual={said(optimizer.name)}
        onCommit={(text) => actions.renameRun(index, text)}
      />
      {run.until && (
        <div className="run-card-move">
          <span>{runWords().numbersFrom(run.until.step)}</span>
          <button type="button" onClick={() => actions.endBranch(index)}>
            {runWords().fromStart}
          </button>
        </div>
      )}
      <MoveButtons index={index} count={spec.runs.length} onMove={(by) => actions.moveRun(index, by)} />
    </div>
  );
}

type NameProps = {
  readonly value: string;
  /** What it is called while the field is empty. */
  readonly usual: string;
  readonly onCommit: (text: string) => void;
};

/** A run's name, committed by Enter or on leaving. */
function NameField({ value, usual, onCommit }: NameProps) {
  const [draft, setDraft] = useState<string>();
  const commit = () => {
    if (draft !== undefined && draft !== value) onCommit(draft);
    setDraft(undefined);
  };
  return (
    <label className="run-card-label">
      <span>{runWords().name}</span>
      <input
        maxLength={longestLabel}
        placeholder={usual}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? value}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === "Enter") commit();
          if (key === "Escape") setDraft(undefined);
        }}
      />
    </label>
  );
}

type MoveProps = { readonly index: number; readonly count: number; readonly onMove: (by: -1 | 1) => void };

/** Moves a run among the others. The focus stays on the button that was pressed, though its card goes elsewhere. */
function MoveButtons({ index, count, onMove }: MoveProps) {
  const buttons = useRef<HTMLDivElement>(null);
  const pressed = useRef<-1 | 1>(undefined);
  useLayoutEffect(() => {
    if (!pressed.current || !buttons.current) return;
    const [up, down] = buttons.current.querySelectorAll("button");
    const [first, other] = pressed.current < 0 ? [up, down] : [down, up];
    (first?.disabled ? other : first)?.focus();
    pressed.current = undefined;
  }, [index]);
  const move = (by: -1 | 1) => {
    pressed.current = by;
    onMove(by);
  };
  return (
    <div className="run-card-move" ref={buttons}>
      <button type="button" disabled={index === 0} onClick={() => move(-1)}>
        {runWords().moveUp}
      </button>
      <button type="button" disabled={index === count - 1} onClick={() => move(1)}>
        {runWords().moveDown}
      </button>
    </div>
  );
}
