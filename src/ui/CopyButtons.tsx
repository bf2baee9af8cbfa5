import { useState } from "react";
import { uiWords } from "../words/en/ui";
import "./copy-buttons.css";

type Copy = { readonly name: string; readonly textOf: () => string };

/** Copies texts, a button each; where the clipboard is refused, shows the text to be copied by hand; where there is no text, why. */
export function CopyButtons({ copies }: { readonly copies: readonly Copy[] }) {
  const [copied, setCopied] = useState<string>();
  const [byHand, setByHand] = useState<{ readonly name: string; readonly text: string }>();
  const [failure, setFailure] = useState<string>();

  async function copy({ name, textOf }: Copy) {
    setByHand(undefined);
    setFailure(undefined);
    let text: string;
    try {
      text = textOf();
    } catch (error) {
      return setFailure(uiWords().noCopy(name, error instanceof Error ? error.message : String(error)));
    }
    try {
      await navigator.clipboard.writeText(text);
      setCopied(name);
      setTimeout(() => setCopied((now) => (now === name ? undefined : now)), 3000);
    } catch {
      setByHand({ name, text });
    }
  }

  return (
    <div className="copy-buttons">
      {copies.map((one) => (
        <button key={one.name} type="button" onClick={() => void copy(one)}>
          {copied === one.name ? uiWords().copied(one.name) : uiWords().copy(one.name)}
        </button>
      ))}
      {failure !== undefined && <p role="alert">{failure}</p>}
      {byHand && (
        <textarea
          aria-label={uiWords().byHand(byHand.name)}
          readOnly
          autoFocus
          rows={6}
          spellCheck={false}
          value={byHand.text}
          onFocus={({ target }) => target.select()}
        />
      )}
    </div>
  );
}
