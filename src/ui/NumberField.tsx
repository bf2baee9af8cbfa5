import { useId, useState } from "react";
import "./number-field.css";

type Props = {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  /** Why a number cannot be used, or undefined. */
  readonly refusalOf?: (value: number) => string | undefined;
  /** In pixels; without it the field is as wide as its text. */
  readonly width?: number;
  readonly unit?: string;
};

/**
 * A typed number on an underline. Committed by Enter or on leaving; a refused text stays, with the reason beneath
 * and what is drawn instead.
 */
export function NumberField({ label, value, onCommit, refusalOf, width, unit }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const [refusal, setRefusal] = useState<string>();

  function commit() {
    if (draft === undefined) return;
    const text = draft.trim().replace("−", "-");
    const typed = Number(text);
    const isNumber = text !== "" && Number.isFinite(typed);
    const reason = isNumber ? refusalOf?.(typed) : `${label} must be a number`;
    setRefusal(reason);
    if (reason !== undefined) return;
    setDraft(undefined);
    if (typed !== value) onCommit(typed);
  }

  return (
    <span className="number-field">
      <input
        aria-label={label}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal === undefined ? undefined : id}
        inputMode="decimal"
        autoComplete="off"
        style={{ width: width ?? `${Math.max(2, (draft ?? numberText(value)).length) + 0.5}ch` }}
        value={draft ?? numberText(value)}
        onChange={({ target }) => setDraft(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === "Enter") commit();
          if (key === "Escape") {
            setDraft(undefined);
            setRefusal(undefined);
          }
        }}
      />
      {unit}
      {refusal !== undefined && (
        <span className="number-field-refusal" id={id} role="alert">
          {refusal}. Still drawn with {numberText(value)}.
        </span>
      )}
    </span>
  );
}

/** As typed: at most six significant digits, no trailing noise. */
const numberText = (value: number) => String(Number(value.toPrecision(6)));
