import { numberText } from "../../ui/number-text";
import { Symbol } from "../formula/Symbol";
import type { Meaning } from "../formula/whole-rule";
import { runWords } from "../../words/en/run";

/** "β₁ = 0.9, memory": what a symbol of the rule is. */
export const SymbolCaption = ({ name, meaning }: { name: string; meaning: Meaning }) => (
  <span>
    <Symbol name={name} />
    {meaning.value === undefined ? runWords().colon : ` = ${numberText(meaning.value)}, `}
    {meaning.words}
    {meaning.isState && <span className="run-card-long">{runWords().remembered}</span>}
  </span>
);
