import { symbolOf } from "../../formula/emit/symbol";
import { textOf } from "../../formula/math-node";
import { Mathml } from "./Mathml";

/** A hyperparameter's letter as papers print it. */
export const Symbol = ({ name, lit }: { name: string; lit?: string | undefined }) => (
  <Mathml node={symbolOf(name)} label={name} lit={lit} />
);

/** The same letter as plain text. */
export const symbolText = (name: string): string => textOf(symbolOf(name));
