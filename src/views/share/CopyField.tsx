import { useEffect, useRef, useState } from "react";
import { shareWords } from "../../words/en/share";

type Props = { readonly label: string; readonly text: string; readonly rows?: number };

/** A text with a button that copies it; where the clipboard is refused, the text is selected to be copied by hand. */
export function CopyField({ label, text, rows = 1 }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said !== shareWords().copied) return;
    const timer = setTimeout(() => setSaid(""), 4000);
    return () => clearTimeout(timer);
  }, [said]);
  useEffect(() => {
    // The text may still change with what its preview says of itself: it stays selected.
    if (said === shareWords().byHand) field.current?.select();
  }, [said, text]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(shareWords().copied);
    } catch {
      field.current?.focus();
      setSaid(shareWords().byHand);
    }
  }
  return (
    <div className="share-field">
      <textarea
        ref={field}
        aria-label={label}
        readOnly
        rows={rows}
        spellCheck={false}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <div>
        <button
          type="button"
          className="share-copy"
          aria-label={`${shareWords().copy}: ${label}`}
          onClick={() => void copy()}
        >
          {shareWords().copy}
        </button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
