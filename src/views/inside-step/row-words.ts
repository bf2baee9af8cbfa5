import { own } from "../../experiment/own";
import type { Assignment } from "../../formula/ast";
import { namesIn } from "../../formula/scope";
import { versionOf } from "../../formula/single-assignment";
import { modifiers } from "../../modifiers/index";
import type { Modifier } from "../../modifiers/modifier";
import type { PrintedProgram } from "./printed-program";
import { formulaWords } from "../../words/en/formula";
import { insideWords } from "../../words/en/inside";
import { said } from "../../words/speak";

/** What a line of the rule does, in a few words. */
export function wordsOf({ target, value }: Assignment, program: PrintedProgram): string {
  const told = insideWords();
  const { name } = versionOf(target);
  const modifier = [...namesIn(value)].map((read) => own<Modifier>(modifiers, read)).find(Boolean);
  if (modifier && (name === "g" || name === "theta"))
    return said(modifier.name)
      .toLowerCase()
      .replace(/^l(?=\d)/, "L");
  if (name === "theta") return program.reports === "theta" ? told.stepsTo : told.nextGradient;
  const { words = "", isState = false } = program.meanings.get(name) ?? {};
  // A visitor's names have no words: what they are is told by what becomes of them.
  if (words !== formulaWords().state && words !== formulaWords().computed) return words;
  const kind = told.kinds[program.parities(target)];
  return isState ? told.remembered(kind) : kind;
}
