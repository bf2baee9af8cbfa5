import { useEffect, useRef, useState } from "react";
import { words } from "./words";

type Props = { readonly label: string; readonly text: string; readonly rows?: number };

/** A text with a button that copies it; where the clipboard is refused, the text is selected to be copied by hand. */
export function CopyField({ label, text, rows = 1 }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (said !== words.copied) return;
    const timer = setTimeout(() => setSaid(""), 4000);
    return () => clearTimeout(timer);
  }, [said]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid(words.byHand);
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
          aria-label={`${words.copy}: ${label}`}
          onClick={() => void copy()}
        >
          {words.copy}
        </button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
