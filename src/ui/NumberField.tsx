import { useId, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { numberText } from "./number-text";
import { placePanel } from "./place-panel";
import { uiWords } from "../words/en/ui";
import "./number-field.css";

type Props = {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  /** Why a number cannot be used, or undefined; NaN stands for a text that is none. */
  readonly refusalOf: (value: number) => string | undefined;
  /** In pixels; without it the field is as wide as its text. */
  readonly width?: number;
  /** Of the longest number it may hold: so wide it is at least. */
  readonly digits?: number;
  readonly unit?: string;
};

/** A text that was refused, and why; it goes once the value is changed elsewhere. */
type Refused = { readonly text: string; readonly reason: string; readonly at: number };

/**
 * A typed number on an underline. Committed by Enter or on leaving; a refused text stays, with the reason beneath
 * and what is drawn instead.
 */
export function NumberField({ label, value, onCommit, refusalOf, width, digits = 2, unit }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const refusal = refused?.at === value ? refused : undefined;
  const text = draft ?? refusal?.text ?? numberText(value);

  function commit() {
    if (draft === undefined) return;
    const trimmed = draft.trim().replace("−", "-");
    const typed = trimmed === "" ? NaN : Number(trimmed);
    const reason = refusalOf(typed);
    setDraft(undefined);
    setRefused(reason === undefined ? undefined : { text: draft, reason, at: value });
    if (reason === undefined && typed !== value) onCommit(typed);
  }

  return (
    <span className="number-field">
      <input
        aria-label={label}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal && id}
        inputMode="decimal"
        autoComplete="off"
        style={{ width: width ?? `${Math.max(digits, text.length) + 0.5}ch` }}
        value={text}
        onChange={({ target }) => setDraft(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === "Enter") commit();
          if (key !== "Escape") return;
          setDraft(undefined);
          setRefused(undefined);
        }}
      />
      {unit}
      {refusal && <Refusal id={id}>{uiWords().stillDrawn(refusal.reason, numberText(value))}</Refusal>}
    </span>
  );
}

/** Why a text was refused, beneath its field and within the window. */
function Refusal({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const note = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const field = note.current?.parentElement;
    if (note.current && field) placePanel(note.current, field, "right");
  }, []);
  return (
    <span className="number-field-refusal" id={id} ref={note} role="alert">
      {children}
    </span>
  );
}
