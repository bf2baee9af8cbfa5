import { useId, useRef, type ChangeEvent } from "react";
import { CodeHint, type Hint } from "./CodeHint";
import { complaintOf, type CodeError, type Told } from "./code-complaint";
import { piecesOf, replaced, stretchOf, type Stretch } from "./code-pieces";
import { Icon } from "./icons";
import { useStandingHint } from "./use-standing-hint";
import { uiWords } from "../words/en/ui";
import "./code-field.css";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Rows to begin with; a field of one row takes one line only, and numbers none. */
  readonly lines?: number;
  /** Why the present value cannot be used, and where. */
  readonly error?: CodeError | undefined;
  /** What is shown meanwhile. */
  readonly note?: string | undefined;
  /** A name of a text that can be used, which may not be the one that was meant. */
  readonly hint?: Hint | undefined;
  /** How a name is painted: "state", or nothing. */
  readonly kindOf?: ((name: string) => string | undefined) | undefined;
  readonly maxLength?: number | undefined;
};

/**
 * A formula being typed: a text area whose own text is transparent, beneath a painted copy that grows with it, wraps
 * as it does, colours the names and underlines what is wrong.
 */
export function CodeField(props: Props) {
  const { label, value, onChange, lines = 1, error, note, kindOf, maxLength } = props;
  const hint = useStandingHint(error ? undefined : props.hint);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const hasLines = lines > 1;

  function write(text: string, over: Stretch) {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(over.offset, over.offset + over.length);
    // Deprecated, and still the only way of typing for the visitor that undo takes back.
    if (!document.execCommand("insertText", false, text)) onChange(replaced(value, over, text));
  }

  function correct({ word, meant }: Hint) {
    const over = stretchOf(value, word);
    const there = value.slice(over.offset, over.offset + over.length);
    write(there.replaceAll(new RegExp(`\\b${word}\\b`, "g"), meant), over);
  }

  return (
    <div className={hasLines ? "code-field code-field-lines" : "code-field"} data-invalid={error && ""}>
      <div className="code-field-scroll">
        <div className="code-field-paper">
          <textarea
            ref={field}
            rows={1}
            aria-label={label}
            aria-invalid={error !== undefined}
            aria-describedby={(error ?? hint) && id}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={maxLength}
            value={value}
            onChange={(event) => onChange(hasLines ? event.target.value : lineOf(event))}
            onKeyDown={(event) => {
              if (event.key === "Enter" && !hasLines) event.preventDefault();
            }}
          />
          <pre aria-hidden="true" translate="no" style={{ minHeight: `${lines}lh` }}>
            {piecesOf(value, error, (name) => (name === hint?.word ? "doubted" : kindOf?.(name))).map(
              (pieces, i) => (
                <span className="code-field-line" key={i}>
                  {pieces.map(({ text, kind, isWrong }, j) => (
                    <span key={j} className={kind && `code-${kind}`} data-wrong={isWrong ? "" : undefined}>
                      {text}
                    </span>
                  ))}
                  {pieces.length === 0 && <br />}
                </span>
              ),
            )}
          </pre>
        </div>
      </div>
      {/* Always there, so that what comes to stand in it is spoken. */}
      <div role="status" id={id}>
        {error && (
          <Complaint
            {...complaintOf(value, error, hasLines)}
            suggestion={error.suggestion}
            note={note}
            onAccept={(suggestion) => write(suggestion, error)}
          />
        )}
        {hint && <CodeHint hint={hint} onAccept={() => correct(hint)} />}
      </div>
    </div>
  );
}

const Complaint = (props: {
  readonly what: Told;
  readonly help: Told | undefined;
  readonly suggestion: string | undefined;
  readonly note: string | undefined;
  readonly onAccept: (suggestion: string) => void;
}) => {
  const { what, help, suggestion, note, onAccept } = props;
  return (
    <div className="code-field-error">
      <Icon size={14}>
        <path d="M7 1.5 13 12.5H1zM7 5v4M7 10.2v1.3" />
      </Icon>
      <p>
        <strong>
          <Words told={what} />
        </strong>
        {help && (
          <>
            {" "}
            <Words told={help} />
          </>
        )}
        {suggestion !== undefined && (
          <>
            {uiWords().didYouMean}
            <button type="button" onClick={() => onAccept(suggestion)}>
              <code>{suggestion}</code>
            </button>
            {uiWords().questionMark}
          </>
        )}
        {note !== undefined && ` ${note}`}
      </p>
    </div>
  );
};

const Words = ({ told }: { readonly told: Told }) =>
  told.map(({ text, isCode }, i) => (isCode ? <code key={i}>{text}</code> : text));

/** What was typed on one line: pasted line breaks become spaces, with the caret left where it is. */
function lineOf({ target }: ChangeEvent<HTMLTextAreaElement>): string {
  if (!target.value.includes("\n")) return target.value;
  const caret = target.selectionEnd;
  target.value = target.value.replaceAll("\n", " ");
  target.setSelectionRange(caret, caret);
  return target.value;
}
