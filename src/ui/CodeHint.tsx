import { formulaWords } from "../words/en/formula";
import { uiWords } from "../words/en/ui";

/** A name as it is written, and the one it may have been meant to be. */
export type Hint = { readonly word: string; readonly meant: string };

/** Asks whether another name was meant; one press writes that name. */
export const CodeHint = ({ hint, onAccept }: { readonly hint: Hint; readonly onAccept: () => void }) => (
  <p className="code-field-hint">
    <code>{hint.word}</code>
    {formulaWords().takenAsNumber}
    <button type="button" onClick={onAccept}>
      <code>{hint.meant}</code>
    </button>
    {uiWords().questionMark}
  </p>
);
